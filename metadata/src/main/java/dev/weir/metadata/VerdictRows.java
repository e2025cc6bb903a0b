package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The verdicts of a group, and how they are read again.
final class VerdictRows {

    static final String SELECT =
            """
            SELECT check_name, check_digest, severity, result_severity, passed, description, metadata, sample, took_us
            FROM verdict WHERE version = ? ORDER BY check_name, recorded""";

    /// Those of one check on several versions, the newest last.
    static final String SELECT_OF_CHECK =
            """
            SELECT d.check_name, d.check_digest, d.severity, d.result_severity, d.passed, d.description, d.metadata,
                d.sample, d.took_us, d.version
            FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id) JOIN verdict d ON d.version = t.id
            WHERE d.check_name = ? ORDER BY d.recorded""";

    /// The newest verdict of each check on the versions in one column of the partitions, if it failed.
    static final String FAILED =
            """
            SELECT d.check_name, d.check_digest, d.severity, d.result_severity, d.passed, d.description, d.metadata,
                d.sample, d.took_us, p.asset, p.ordinal, v.number, v.state, v.created_at
            FROM partition_state p JOIN verdict d ON d.version = %1$s JOIN version v ON v.id = %1$s
            WHERE p.place BETWEEN ? AND ? AND d.passed = FALSE AND NOT EXISTS
                (SELECT 1 FROM verdict n
                 WHERE n.version = d.version AND n.check_name = d.check_name AND n.recorded > d.recorded)""";

    /// The same of the partitions between two places each.
    static final String FAILED_OF_EACH =
            """
            SELECT d.check_name, d.check_digest, d.severity, d.result_severity, d.passed, d.description, d.metadata,
                d.sample, d.took_us, p.asset, p.ordinal, v.number, v.state, v.created_at
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS t (first_place, last_place)
            JOIN partition_state p ON p.place BETWEEN t.first_place AND t.last_place
            JOIN verdict d ON d.version = %1$s JOIN version v ON v.id = %1$s
            WHERE d.passed = FALSE AND NOT EXISTS
                (SELECT 1 FROM verdict n
                 WHERE n.version = d.version AND n.check_name = d.check_name AND n.recorded > d.recorded)""";

    /// The column after those of a verdict.
    static final int NEXT = 10;

    private record Row(VersionId version, Verdict verdict, long recorded) {}

    private final List<Row> rows = new ArrayList<>();

    void add(VersionId version, Verdict verdict, long recorded) {
        rows.add(new Row(version, verdict, recorded));
    }

    /// An audit may find again what was found before; the newer verdict of the same check replaces the older.
    void addTo(List<Statement> statements) {
        if (rows.isEmpty()) {
            return;
        }
        statements.add(Statement.of(
                """
                MERGE INTO verdict v
                USING UNNEST(CAST(? AS UUID ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS VARCHAR ARRAY),
                        CAST(? AS VARCHAR ARRAY), CAST(? AS BOOLEAN ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
                        CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))
                    AS t (version, check_name, check_digest, severity, result_severity, passed, description, metadata,
                        sample, took_us, recorded)
                ON v.version = t.version AND v.check_name = t.check_name AND v.check_digest = t.check_digest
                WHEN MATCHED THEN UPDATE SET severity = t.severity, result_severity = t.result_severity,
                    passed = t.passed, description = t.description, metadata = t.metadata, sample = t.sample,
                    took_us = t.took_us, recorded = t.recorded
                WHEN NOT MATCHED THEN INSERT (version, check_name, check_digest, severity, result_severity, passed,
                    description, metadata, sample, took_us, recorded)
                VALUES (t.version, t.check_name, t.check_digest, t.severity, t.result_severity, t.passed, t.description,
                    t.metadata, t.sample, t.took_us, t.recorded)""",
                rows.stream().map(row -> row.version().value()).toArray(UUID[]::new),
                rows.stream().map(row -> Text.storable(row.verdict().check().name())).toArray(String[]::new),
                rows.stream().map(row -> row.verdict().digest().toBytes()).toArray(byte[][]::new),
                rows.stream().map(row -> row.verdict().severity().name()).toArray(String[]::new),
                rows.stream().map(row -> resultSeverity(row.verdict())).toArray(String[]::new),
                rows.stream().map(row -> row.verdict().result().passed()).toArray(Boolean[]::new),
                rows.stream().map(row -> Text.storable(row.verdict().description())).toArray(String[]::new),
                rows.stream().map(row -> metadata(row.verdict())).toArray(String[]::new),
                rows.stream().map(row -> sample(row.verdict())).toArray(String[]::new),
                rows.stream().map(row -> Micros.of(row.verdict().took())).toArray(Long[]::new),
                Numbers.recorded(rows.stream().map(Row::recorded).toArray(Long[]::new))));
    }

    static Verdict read(ResultSet row, AssetKey asset) throws SQLException {
        String severity = row.getString(4);
        CheckResult result = new CheckResult(
                row.getBoolean(5),
                Optional.ofNullable(severity).map(CheckSeverity::valueOf),
                StoredJson.readObject(row.getString(7)),
                sample(row.getString(8)));
        return new Verdict(
                new CheckKey(asset, row.getString(1)),
                Digest.of(row.getBytes(2)),
                CheckSeverity.valueOf(row.getString(3)),
                row.getString(6),
                result,
                Micros.duration(row.getLong(9)));
    }

    private static @Nullable String resultSeverity(Verdict verdict) {
        return verdict.result().severity().map(CheckSeverity::name).orElse(null);
    }

    private static @Nullable String metadata(Verdict verdict) {
        return verdict.result().metadata().isEmpty() ? null : Json.write(verdict.result().metadata());
    }

    private static @Nullable String sample(Verdict verdict) {
        return verdict.result().sample().isEmpty() ? null : Json.write(verdict.result().sample());
    }

    private static List<Map<String, String>> sample(@Nullable String text) {
        List<Map<String, String>> sample = new ArrayList<>();
        if (text != null && StoredJson.read(text) instanceof List<?> rows) {
            for (Object each : rows) {
                Map<String, String> row = new LinkedHashMap<>();
                if (each instanceof Map<?, ?> fields) {
                    fields.forEach((name, value) -> row.put(String.valueOf(name), String.valueOf(value)));
                }
                sample.add(row);
            }
        }
        return sample;
    }
}
