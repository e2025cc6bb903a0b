package dev.weir.metadata;

import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who read a version: those that name it, and those that read many partitions of its asset while it was current.
final class Readers {

    private static final int POSITION = VersionReader.NEXT;
    private static final int ORDINAL = VersionReader.NEXT + 1;

    /// Finds when the version was current, by its publication or by a move of the pointer back to it, and the reads of its
    /// asset that fell into that time.
    private static final String OF_MANY = "SELECT " + VersionReader.COLUMNS
            + """
            , r.position, r.ordinal
            FROM (SELECT x.reader_version AS reader, x.position, i.ordinal
                  FROM %s i
                  JOIN version_range_input x ON x.asset = i.asset AND x.environment = i.environment
                       AND x.as_of >= i.sequence AND i.ordinal BETWEEN x.first_ordinal AND x.last_ordinal
                  WHERE i.%s = ?
                    AND NOT EXISTS (SELECT 1 FROM version n
                                    WHERE n.environment = i.environment AND n.asset = i.asset AND n.ordinal = i.ordinal
                                      AND n.sequence > i.sequence AND n.sequence <= x.as_of)
                    AND NOT EXISTS (SELECT 1 FROM pointer_move m
                                    WHERE m.environment = i.environment AND m.asset = i.asset
                                      AND m.ordinal = i.ordinal
                                      AND m.sequence > i.sequence AND m.sequence <= x.as_of)) r
            JOIN version v ON v.id = r.reader""";

    private Readers() {}

    /// The ids of those that name it.
    static List<UUID> named(Session session, UUID version) throws SQLException {
        return session
                .query(
                        "SELECT reader_versions FROM version_input WHERE input_version = ?",
                        row -> InputRows.readers(row.getBytes(1)),
                        version)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Those that read it among many.
    static List<Version> among(Session session, UUID version, VersionReader reader) throws SQLException {
        List<Version> readers = new ArrayList<>();
        for (String sql : List.of(OF_MANY.formatted("version", "id"), OF_MANY.formatted("pointer_move", "version"))) {
            readers.addAll(session.query(sql, row -> read(row, reader.read(session, row)), version));
        }
        return readers;
    }

    // Not if the partitions it read had a gap where the one in question lies.
    private static @Nullable Version read(ResultSet row, Version version) throws SQLException {
        return version.inputs().get(row.getInt(POSITION)) instanceof InputUse.Many many
                        && many.partitions().contains(row.getInt(ORDINAL))
                ? version
                : null;
    }
}
