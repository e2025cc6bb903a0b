package dev.weir.metadata;

import dev.weir.materializer.publish.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the steps of a group took to start up, of those where that is worth telling. Most groups have none.
final class StartUpRows {

    static final Duration LEAST = Duration.ofMillis(1);

    private final List<Long> places = new ArrayList<>();
    private final List<Long> took = new ArrayList<>();

    /// @param place among all results of the group, from 1
    void add(long place, StepResult result) {
        Duration startUp = result.timing().startUp();
        if (startUp.compareTo(LEAST) >= 0) {
            places.add(place);
            took.add(Micros.of(startUp));
        }
    }

    void addTo(List<Statement> statements) {
        if (places.isEmpty()) {
            return;
        }
        statements.add(Statement.of(
                """
                INSERT INTO step_start_up (recorded, took_us)
                SELECT t.recorded, t.took_us
                FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS t (recorded, took_us)""",
                Numbers.recorded(places.toArray(Long[]::new)),
                took.toArray(Long[]::new))
                .expecting(places.size()));
    }
}
