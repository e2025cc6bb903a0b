package dev.weir.metadata;

import dev.weir.materializer.json.Json;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What somebody must be told of a group: each step that did not end well, or that its
/// condition skipped, under a key that tells it apart for ever.
final class OutboxRows {

    private final List<Message> messages = new ArrayList<>();

    private record Message(String key, String kind, String payload) {}

    void add(RunId run, StepResult result, String problem) {
        String kind =
                switch (result) {
                    case StepResult.Failed _ -> "step_failed";
                    case StepResult.Declined _, StepResult.Skipped _ -> "step_skipped";
                    case StepResult.Rejected _, StepResult.Audited _, StepResult.Published _ -> "step_rejected";
                };
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("run", run.toString());
        payload.put("asset", result.target().asset().toString());
        payload.put("ordinal", result.target().ordinal());
        payload.put("problem", problem);
        String key = "%s:%s:%s@%d".formatted(kind, run, result.target().asset(), result.target().ordinal());
        messages.add(new Message(key, kind, Json.write(payload)));
    }

    void addTo(List<Statement> statements, long at) {
        if (!messages.isEmpty()) {
            statements.add(Statement.of(
                    """
                    INSERT INTO outbox (dedupe_key, kind, payload, created_at, tries)
                    SELECT t.dedupe_key, t.kind, t.payload, CAST(? AS BIGINT), 0
                    FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
                        AS t (dedupe_key, kind, payload)""",
                    at,
                    column(Message::key),
                    column(Message::kind),
                    column(Message::payload)));
        }
    }

    private String[] column(Function<Message, String> field) {
        return messages.stream().map(field).toArray(String[]::new);
    }
}
