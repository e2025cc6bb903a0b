package dev.weir.metadata;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Hold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/// Reads what is held.
final class HoldRows {

    /// Those between two places that are in force: no newer commit has moved the pointer.
    static final String SELECT =
            """
            SELECT h.asset, h.ordinal, v.number, h.reason, h.created_at, h.place
            FROM hold h
            JOIN partition_state p ON p.place = h.place AND p.sequence = h.sequence
            LEFT JOIN version v ON v.id = p.current_version
            WHERE h.place BETWEEN ? AND ?
            ORDER BY h.place""";

    static final int PLACE = 6;
    static final int ORDINAL = 2;

    private HoldRows() {}

    static Hold read(Session session, ResultSet row, Names names) throws SQLException {
        long number = row.getLong(3);
        OptionalLong current = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        return new Hold(
                new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(ORDINAL)),
                current,
                row.getString(4),
                Micros.instant(row.getLong(5)));
    }
}
