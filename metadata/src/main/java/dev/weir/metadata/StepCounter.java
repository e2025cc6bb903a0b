package dev.weir.metadata;

import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.version.RunId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// How the steps of runs have ended, without looking at versions: a commit group says how many results it recorded and how many
/// of them it published. What it neither published nor recorded as a step, it rejected.
final class StepCounter {

    private static final String COUNT =
            """
            SELECT run, SUM(succeeded), SUM(rejected), SUM(failed), SUM(skipped)
            FROM (SELECT run, last_sequence - first_sequence + 1 AS succeeded,
                         results - (last_sequence - first_sequence + 1) AS rejected, 0 AS failed, 0 AS skipped
                  FROM commit_group WHERE run = ANY (CAST(? AS UUID ARRAY))
                  UNION ALL
                  SELECT run, CASE state WHEN 'SUCCEEDED' THEN 1 ELSE 0 END, CASE state WHEN 'REJECTED' THEN 0 ELSE -1 END,
                         CASE state WHEN 'FAILED' THEN 1 ELSE 0 END, CASE state WHEN 'SKIPPED' THEN 1 ELSE 0 END
                  FROM step WHERE run = ANY (CAST(? AS UUID ARRAY))) ended
            GROUP BY run""";

    private StepCounter() {}

    static Map<RunId, StepCounts> count(Session session, Collection<RunId> runs) throws SQLException {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        Map<RunId, StepCounts> counts = new HashMap<>();
        session.query(
                COUNT,
                row -> counts.put(
                        new RunId(row.getObject(1, UUID.class)),
                        new StepCounts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))),
                ids,
                ids);
        return counts;
    }
}
