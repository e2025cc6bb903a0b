package dev.weir.metadata;

import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Who read a version: those that name it, and those that read many partitions of its asset while it was current.
final class Readers {

    private static final int POSITION = VersionReader.NEXT;
    private static final int ORDINAL = VersionReader.NEXT + 1;
    private static final int NO_POSITION = -1;

    /// The second half finds when the version was current, and the reads of its asset that fell into that time.
    static final String SELECT = "SELECT " + VersionReader.COLUMNS
            + """
            , r.position, r.ordinal
            FROM (SELECT x.reader_version AS reader, -1 AS position, 0 AS ordinal
                  FROM version_input x WHERE x.input_version = ?
                  UNION ALL
                  SELECT x.reader_version, x.position, i.ordinal
                  FROM version i
                  CROSS JOIN environment e
                  JOIN publish_log l ON l.environment = e.id AND l.asset = i.asset AND l.ordinal = i.ordinal
                       AND l.version = i.id
                  JOIN version_range_input x ON x.asset = i.asset AND x.environment = e.id AND x.as_of >= l.sequence
                       AND i.ordinal BETWEEN x.first_ordinal AND x.last_ordinal
                  WHERE i.id = ?
                    AND NOT EXISTS (SELECT 1 FROM publish_log n
                                    WHERE n.environment = e.id AND n.asset = i.asset AND n.ordinal = i.ordinal
                                      AND n.sequence > l.sequence AND n.sequence <= x.as_of)) r
            JOIN version v ON v.id = r.reader""";

    private Readers() {}

    /// The version of a row, unless the partitions it read had a gap where the one in question lies.
    static @Nullable Version read(ResultSet row, Version version) throws SQLException {
        int position = row.getInt(POSITION);
        int ordinal = row.getInt(ORDINAL);
        if (position == NO_POSITION) {
            return version;
        }
        return version.inputs().get(position) instanceof InputUse.Many many
                        && many.partitions().contains(ordinal)
                ? version
                : null;
    }
}
