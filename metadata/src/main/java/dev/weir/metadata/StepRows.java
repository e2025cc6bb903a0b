package dev.weir.metadata;

import dev.weir.materializer.run.StepRecord;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How those steps of a group ended that made no version. A step that made one has ended with it.
final class StepRows extends Columns {

    private final Names names;
    private final Integer[] assets;
    private final Integer[] ordinals;
    private final String[] states;
    private final Integer[] attempts;
    private final @Nullable UUID[] versions;
    private final Long[] started;
    private final Long[] took;
    private final String[] reasons;
    private final @Nullable String[] details;
    private final @Nullable String[] causes;
    private final Long[] places;

    StepRows(int capacity, Names names) {
        this.names = names;
        this.assets = new Integer[capacity];
        this.ordinals = new Integer[capacity];
        this.states = new String[capacity];
        this.attempts = new Integer[capacity];
        this.versions = new UUID[capacity];
        this.started = new Long[capacity];
        this.took = new Long[capacity];
        this.reasons = new String[capacity];
        this.details = new String[capacity];
        this.causes = new String[capacity];
        this.places = new Long[capacity];
    }

    /// @param place among all results of the group, from 1
    void add(long place, StepRecord step) {
        int row = size++;
        assets[row] = names.id(step.target().asset());
        ordinals[row] = step.target().ordinal();
        states[row] = step.state().name();
        attempts[row] = step.attempt();
        versions[row] = step.version() == null ? null : step.version().value();
        started[row] = Micros.of(step.timing().startedAt());
        took[row] = Micros.of(step.timing().took());
        reasons[row] = Text.storable(step.reason());
        details[row] = step.detail() == null ? null : Text.storable(step.detail());
        causes[row] = step.cause() == null ? null : step.cause().name();
        places[row] = place;
    }

    void addTo(List<Statement> statements, UUID run) {
        if (size == 0) {
            return;
        }
        statements.add(Statement.of(
                """
                INSERT INTO step
                    (run, asset, ordinal, state, attempt, version, started_at, took_us, reason, detail, cause, recorded)
                SELECT CAST(? AS UUID), t.asset, t.ordinal, t.state, t.attempt, t.version, t.started_at, t.took_us, t.reason,
                    t.detail, t.cause, t.recorded
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY),
                    CAST(? AS INTEGER ARRAY), CAST(? AS UUID ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY),
                    CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))
                    AS t (asset, ordinal, state, attempt, version, started_at, took_us, reason, detail, cause, recorded)
                WHERE NOT EXISTS (SELECT 1 FROM version v
                                  WHERE v.asset = t.asset AND v.ordinal = t.ordinal AND v.run = CAST(? AS UUID))""",
                run, cut(assets), cut(ordinals), cut(states), cut(attempts), cut(versions), cut(started), cut(took),
                cut(reasons), cut(details), cut(causes), Numbers.recorded(cut(places)), run)
                .expecting(size));
    }
}
