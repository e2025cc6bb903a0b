package dev.weir.metadata;

import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The other runs of an environment that live, and which partitions they have still to do. Most often there is none, and
/// nothing is asked about partitions.
record Rivals(RunId run, int environment, Names names) {

    private static final String LIVING =
            """
            SELECT r.id FROM run r
            WHERE r.status IN ('QUEUED', 'RUNNING') AND r.environment = ? AND r.id <> ? AND r.lease_until > %s""";

    /// As the outer join of [ClaimRows] it leads both databases from the targets to the key.
    private static final String AT_WORK =
            """
            SELECT p.claimed_by, t.target
            FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY)) AS t (target, place)
            LEFT JOIN partition_state p ON p.place = t.place
            LEFT JOIN step s ON s.run = p.claimed_by AND s.asset = p.asset AND s.ordinal = p.ordinal
            LEFT JOIN version v ON v.asset = p.asset AND v.ordinal = p.ordinal AND v.number = p.claimed_number
                AND v.run = p.claimed_by
            WHERE p.claimed_by = ANY (CAST(? AS UUID ARRAY)) AND s.run IS NULL AND v.id IS NULL
            ORDER BY t.target FETCH FIRST 1 ROW ONLY""";

    /// The first of the targets that another run is at.
    Optional<Rival> find(Session session, List<AssetPartition> targets) throws SQLException {
        UUID[] living = session.query(
                        LIVING.formatted(session.dialect().clock()),
                        row -> row.getObject(1, UUID.class),
                        environment,
                        run.value())
                .toArray(UUID[]::new);
        if (living.length == 0) {
            return Optional.empty();
        }
        for (List<AssetPartition> part : Parts.of(targets)) {
            Optional<Rival> found = among(session, part, living);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Rival> among(Session session, List<AssetPartition> targets, UUID[] living) throws SQLException {
        Integer[] indexes = new Integer[targets.size()];
        Long[] places = new Long[targets.size()];
        Arrays.setAll(indexes, index -> index);
        Arrays.setAll(places, index -> Place.of(
                environment, names.id(targets.get(index).asset()), targets.get(index).ordinal()));
        return session.first(
                AT_WORK,
                row -> new Rival(new RunId(row.getObject(1, UUID.class)), targets.get(row.getInt(2))),
                indexes,
                places,
                living);
    }
}
