package dev.weir.metadata;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What one commit of the past did to pointers. As commits come in their order, what comes later counts; of a partition the
/// version with the highest number is the newest claim's.
final class RebuiltPointers {

    private static final UUID NOBODY = new UUID(0, 0);

    private final int environment;
    private final Names names;
    private final Map<Long, State> states = new LinkedHashMap<>();

    RebuiltPointers(int environment, Names names) {
        this.environment = environment;
        this.names = names;
    }

    private static final class State {
        final int asset;
        final int ordinal;
        long epoch;
        UUID claimedBy = NOBODY;
        long number;
        @Nullable UUID rejected;
        @Nullable Long sequence;
        @Nullable UUID current;

        State(int asset, int ordinal) {
            this.asset = asset;
            this.ordinal = ordinal;
        }
    }

    /// @param sequence of its publication; null if it is rejected
    void made(Version version, @Nullable Long sequence) {
        State state = stateOf(version.target());
        if (version.number() > state.number) {
            state.number = version.number();
            state.epoch = version.origin().epoch();
            state.claimedBy = version.origin().run().value();
            state.rejected = version.state() == VersionState.REJECTED ? version.id().value() : null;
        }
        if (sequence != null) {
            state.sequence = sequence;
            state.current = version.id().value();
        }
    }

    /// A number that no other version gets.
    void taken(AssetPartition target, long number) {
        State state = stateOf(target);
        if (number > state.number) {
            state.number = number;
            state.rejected = null;
        }
    }

    void moved(AssetPartition target, Optional<VersionId> to, long sequence) {
        State state = stateOf(target);
        state.sequence = sequence;
        state.current = to.map(VersionId::value).orElse(null);
    }

    private State stateOf(AssetPartition target) {
        int asset = names.id(target.asset());
        return states.computeIfAbsent(
                Place.of(environment, asset, target.ordinal()), _ -> new State(asset, target.ordinal()));
    }

    void addTo(List<Statement> statements) {
        if (states.isEmpty()) {
            return;
        }
        statements.add(Statement.of(
                        """
                        MERGE INTO partition_state p
                        USING UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY),
                                     CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY), CAST(? AS BIGINT ARRAY),
                                     CAST(? AS UUID ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY))
                              AS t (place, asset, ordinal, epoch, claimed_by, number, rejected, sequence, current)
                        ON p.place = t.place
                        WHEN MATCHED THEN UPDATE SET
                            epoch = CASE WHEN t.epoch > p.epoch THEN t.epoch ELSE p.epoch END,
                            claimed_by = CASE WHEN t.number > p.last_number THEN t.claimed_by ELSE p.claimed_by END,
                            claimed_number = CASE WHEN t.number > p.last_number THEN t.number ELSE p.claimed_number END,
                            rejected_version = CASE WHEN t.number > p.last_number THEN t.rejected
                                                    ELSE p.rejected_version END,
                            last_number = CASE WHEN t.number > p.last_number THEN t.number ELSE p.last_number END,
                            current_version = CASE WHEN t.sequence IS NULL THEN p.current_version ELSE t.current END,
                            sequence = COALESCE(t.sequence, p.sequence)
                        WHEN NOT MATCHED THEN INSERT (place, environment, asset, ordinal, epoch, claimed_by,
                            claimed_number, last_number, sequence, current_version, rejected_version)
                        VALUES (t.place, ?, t.asset, t.ordinal, t.epoch, t.claimed_by, t.number, t.number, t.sequence,
                            t.current, t.rejected)""",
                        states.keySet().toArray(Long[]::new),
                        column(Integer[]::new, state -> state.asset),
                        column(Integer[]::new, state -> state.ordinal),
                        column(Long[]::new, state -> state.epoch),
                        column(UUID[]::new, state -> state.claimedBy),
                        column(Long[]::new, state -> state.number),
                        column(UUID[]::new, state -> state.rejected),
                        column(Long[]::new, state -> state.sequence),
                        column(UUID[]::new, state -> state.current),
                        environment)
                .expecting(states.size()));
    }

    private <T> @Nullable T[] column(IntFunction<@Nullable T[]> array, Function<State, @Nullable T> field) {
        @Nullable T[] column = array.apply(states.size());
        int row = 0;
        for (State state : states.values()) {
            column[row++] = field.apply(state);
        }
        return column;
    }
}
