package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.run.RunQuery;
import java.util.ArrayList;
import java.util.List;

/// Which runs are asked for, as one statement.
final class RunChoice {

    /// What a run made, how the others of its steps ended, and, while it is running, what it has claimed. The first is looked up
    /// by the asset, the others by the run.
    private static final String TOUCHES =
            """
            (r.id IN (SELECT v.run FROM version v WHERE v.asset = ?)
              OR EXISTS (SELECT 1 FROM step s WHERE s.run = r.id AND s.asset = ?)
              OR r.status = 'RUNNING' AND EXISTS (
                  SELECT 1 FROM partition_state p
                  WHERE p.claimed_by = r.id
                    AND p.place BETWEEN CAST(r.environment AS BIGINT) * ? + ? AND CAST(r.environment AS BIGINT) * ? + ?))""";

    private RunChoice() {}

    /// @param select the runs, without a condition
    static Statement select(String select, RunQuery query, Names names) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        query.status().ifPresent(status -> {
            conditions.add("r.status = ?");
            parameters.add(status.name());
        });
        query.asset().ifPresent(asset -> {
            conditions.add(TOUCHES);
            parameters.addAll(touching(asset, names));
        });
        parameters.add(query.offset());
        parameters.add(query.limit());
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return Statement.of(
                select + where + " ORDER BY r.created_at DESC, r.id DESC OFFSET ? ROWS FETCH FIRST ? ROWS ONLY",
                parameters.toArray());
    }

    private static List<Object> touching(AssetKey key, Names names) {
        int asset = names.id(key);
        long environment = Place.first(1) - Place.first(0);
        return List.of(asset, asset, environment, Place.first(0, asset), environment, Place.last(0, asset));
    }
}
