package dev.weir.metadata;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.StandingSkip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/// The skips by conditions of a group, and reading back those that stand.
final class SkipRows {

    /// Reads the skips of assets by their first and last places, as far as nothing newer is current.
    static final String SELECT =
            """
            SELECT s.asset, s.ordinal, s.code_digest, s.config_digest, s.inputs_digest, s.why, e.started_at + e.took_us
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS t (first_place, last_place)
            JOIN standing_skip s ON s.place BETWEEN t.first_place AND t.last_place
            LEFT JOIN step e ON e.recorded = s.recorded
            LEFT JOIN partition_state p ON p.place = s.place
            LEFT JOIN version v ON v.id = p.current_version
            WHERE v.recorded IS NULL OR v.recorded < s.recorded""";

    private final int environment;
    private final Names names;
    private final List<Row> rows = new ArrayList<>();

    private record Row(long recorded, StepResult.Declined declined) {
        StandingSkip skip() {
            return declined.skip();
        }
    }

    SkipRows(int environment, Names names) {
        this.environment = environment;
        this.names = names;
    }

    /// @param recorded among all results of the group, from 1
    void add(long recorded, StepResult.Declined declined) {
        rows.add(new Row(recorded, declined));
    }

    /// Under a claim that is no longer the newest a skip does not stand: whoever claimed since decides.
    void addTo(List<Statement> statements, UUID run) {
        if (!rows.isEmpty()) {
            statements.add(Statement.of(
                    """
                    MERGE INTO standing_skip k
                    USING (SELECT t.place, t.asset, t.ordinal, t.recorded, t.code, t.config, t.inputs, t.why
                           FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY),
                                       CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BYTEA ARRAY),
                                       CAST(? AS BYTEA ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS VARCHAR ARRAY))
                                AS t (place, asset, ordinal, recorded, epoch, code, config, inputs, why)
                           JOIN partition_state p ON p.place = t.place AND p.epoch = t.epoch AND p.claimed_by = ?) n
                    ON k.place = n.place
                    WHEN MATCHED THEN UPDATE SET recorded = n.recorded, code_digest = n.code, config_digest = n.config,
                        inputs_digest = n.inputs, why = n.why
                    WHEN NOT MATCHED THEN INSERT
                        (place, asset, ordinal, recorded, code_digest, config_digest, inputs_digest, why)
                        VALUES (n.place, n.asset, n.ordinal, n.recorded, n.code, n.config, n.inputs, n.why)""",
                    column(Long[]::new, row -> Place.of(
                            environment, names.id(row.skip().target().asset()), row.skip().target().ordinal())),
                    column(Integer[]::new, row -> names.id(row.skip().target().asset())),
                    column(Integer[]::new, row -> row.skip().target().ordinal()),
                    Numbers.recorded(column(Long[]::new, Row::recorded)),
                    column(Long[]::new, row -> row.declined().epoch()),
                    column(byte[][]::new, row -> row.skip().code().value().toBytes()),
                    column(byte[][]::new, row -> row.skip().config().value().toBytes()),
                    column(byte[][]::new, row -> row.skip().inputs().toBytes()),
                    column(String[]::new, row -> Text.storable(row.skip().why())),
                    run));
        }
    }

    private <T> T[] column(IntFunction<T[]> array, Function<Row, T> field) {
        return rows.stream().map(field).toArray(array);
    }

    static StandingSkip read(Session session, ResultSet row, Names names) throws SQLException {
        long at = row.getLong(7);
        Instant asked = row.wasNull() ? null : Micros.instant(at);
        return new StandingSkip(
                new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2)),
                new CodeDigest(Digest.of(row.getBytes(3))),
                new ConfigDigest(Digest.of(row.getBytes(4))),
                Digest.of(row.getBytes(5)),
                row.getString(6),
                asked);
    }
}
