package dev.weir.metadata;

import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.VersionId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/// The moves of a changeset as columns of rows. The store's row is locked: nobody claims or commits meanwhile.
final class MoveRows {

    private static final String CURRENT =
            """
            SELECT t.id, p.current_version
            FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY)) AS t (id, place)
            LEFT JOIN partition_state p ON p.place = t.place""";

    // Claimed by a running run, which has neither made the version it was promised nor ended the step otherwise.
    private static final String AT_WORK =
            """
            SELECT t.id
            FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY)) AS t (id, place)
            JOIN partition_state p ON p.place = t.place
            JOIN run r ON r.id = p.claimed_by
            LEFT JOIN step s ON s.run = p.claimed_by AND s.asset = p.asset AND s.ordinal = p.ordinal
            LEFT JOIN version v ON v.asset = p.asset AND v.ordinal = p.ordinal AND v.number = p.claimed_number
                AND v.run = p.claimed_by
            WHERE r.status = 'RUNNING' AND s.run IS NULL AND v.id IS NULL""";

    private static final String COLLECTED =
            """
            SELECT t.id
            FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS UUID ARRAY)) AS t (id, version)
            LEFT JOIN version v ON v.id = t.version
            WHERE t.version IS NOT NULL AND (v.id IS NULL OR v.state = 'CONDEMNED')""";

    private final Changeset changeset;
    private final List<Move> moves;
    private final int environment;
    private final Integer[] rows;
    private final Long[] places;
    private final Integer[] assets;
    private final Integer[] ordinals;
    private final UUID[] versions;

    MoveRows(Changeset changeset, Names names) {
        this.changeset = changeset;
        this.moves = changeset.moves();
        this.environment = names.id(changeset.environment());
        this.rows = new Integer[moves.size()];
        Arrays.setAll(rows, row -> row);
        this.assets = column(Integer[]::new, move -> names.id(move.target().asset()));
        this.ordinals = column(Integer[]::new, move -> move.target().ordinal());
        this.versions = new UUID[moves.size()];
        Arrays.setAll(versions, row -> moves.get(row).to().map(VersionId::value).orElse(null));
        this.places = new Long[moves.size()];
        Arrays.setAll(places, row -> Place.of(environment, assets[row], ordinals[row]));
    }

    /// What keeps the pointers from moving, if anything does.
    Optional<MoveOutcome.Refused> refusal(Session session) throws SQLException {
        Set<AssetPartition> changed = new HashSet<>();
        session.query(
                CURRENT,
                row -> {
                    Move move = moves.get(row.getInt(1));
                    Optional<VersionId> current =
                            Optional.ofNullable(row.getObject(2, UUID.class)).map(VersionId::new);
                    return !current.equals(move.from()) && changed.add(move.target());
                },
                rows, places);
        Set<AssetPartition> atWork = new HashSet<>(
                session.query(AT_WORK, row -> moves.get(row.getInt(1)).target(), rows, places));
        Set<AssetPartition> collected = new HashSet<>(
                session.query(COLLECTED, row -> moves.get(row.getInt(1)).target(), rows, versions));
        return changed.isEmpty() && atWork.isEmpty() && collected.isEmpty()
                ? Optional.empty()
                : Optional.of(new MoveOutcome.Refused(changed, atWork, collected));
    }

    /// @param sequence the newest commit so far
    List<Statement> statements(long sequence) {
        int size = moves.size();
        long at = Micros.of(changeset.at());
        UUID id = changeset.id();
        Long[] sequences = new Long[size];
        Arrays.setAll(sequences, row -> sequence + 1 + row);
        return List.of(
                Statement.of("UPDATE store SET sequence = ? WHERE id = 1", sequence + size).expecting(1),
                Statement.of(
                                """
                                INSERT INTO pointer_move
                                    (sequence, environment, asset, ordinal, version, changeset, moved_at)
                                SELECT t.sequence, CAST(? AS INTEGER), t.asset, t.ordinal, t.version,
                                       CAST(? AS UUID), CAST(? AS BIGINT)
                                FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY),
                                            CAST(? AS INTEGER ARRAY), CAST(? AS UUID ARRAY))
                                    AS t (sequence, asset, ordinal, version)""",
                                environment, id, at, sequences, assets, ordinals, versions)
                        .expecting(size),
                Statement.of(
                                """
                                MERGE INTO partition_state p
                                USING UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY))
                                    AS t (place, sequence, version)
                                ON p.place = t.place
                                WHEN MATCHED THEN UPDATE SET sequence = t.sequence, current_version = t.version""",
                                places, sequences, versions)
                        .expecting(size),
                Statement.of("DELETE FROM standing_skip WHERE place IN (" + ALL_PLACES + ")", (Object) places),
                Statement.of("DELETE FROM hold WHERE place IN (" + ALL_PLACES + ")", (Object) places),
                Statement.of(
                                """
                                INSERT INTO hold (place, asset, ordinal, sequence, changeset, reason, created_at)
                                SELECT t.place, t.asset, t.ordinal, t.sequence,
                                       CAST(? AS UUID), CAST(? AS VARCHAR), CAST(? AS BIGINT)
                                FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY),
                                            CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY))
                                    AS t (place, asset, ordinal, sequence)""",
                                id, Text.storable(changeset.reason()), at, places, assets, ordinals, sequences)
                        .expecting(size),
                Statement.of(
                                """
                                INSERT INTO changeset (id, environment, kind, run, reason, created_at, first_sequence)
                                VALUES (?, ?, 'ROLLBACK', ?, ?, ?, ?)""",
                                id,
                                environment,
                                changeset.undoes().map(run -> run.value()).orElse(null),
                                Text.storable(changeset.reason()),
                                at,
                                sequence + 1)
                        .expecting(1));
    }

    /// The places in one parameter.
    static final String ALL_PLACES = "SELECT t.place FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS t (place)";

    private <T> T[] column(IntFunction<T[]> array, Function<Move, T> field) {
        return moves.stream().map(field).toArray(array);
    }
}
