package dev.weir.metadata;

import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.version.AssetPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// The attempts of a group's steps before the ones that decided. Most groups have none.
final class AttemptRows {

    private record Row(AssetPartition target, FailedAttempt attempt) {}

    private final Names names;
    private final List<Row> rows = new ArrayList<>();

    AttemptRows(Names names) {
        this.names = names;
    }

    void add(StepResult result) {
        for (FailedAttempt attempt : result.timing().failedBefore()) {
            rows.add(new Row(result.target(), attempt));
        }
    }

    void addTo(List<Statement> statements, UUID run) {
        if (rows.isEmpty()) {
            return;
        }
        statements.add(Statement.of(
                """
                INSERT INTO attempt (run, asset, ordinal, attempt, started_at, took_us, problem)
                SELECT CAST(? AS UUID), t.asset, t.ordinal, t.attempt, t.started_at, t.took_us, t.problem
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY),
                    CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY))
                    AS t (asset, ordinal, attempt, started_at, took_us, problem)""",
                run,
                column(row -> names.id(row.target().asset())).toArray(Integer[]::new),
                column(row -> row.target().ordinal()).toArray(Integer[]::new),
                column(row -> row.attempt().number()).toArray(Integer[]::new),
                column(row -> Micros.of(row.attempt().startedAt())).toArray(Long[]::new),
                column(row -> Micros.of(row.attempt().took())).toArray(Long[]::new),
                column(row -> Text.storable(row.attempt().problem())).toArray(String[]::new))
                .expecting(rows.size()));
    }

    private <T> List<T> column(Function<Row, T> field) {
        return rows.stream().map(field).toList();
    }
}
