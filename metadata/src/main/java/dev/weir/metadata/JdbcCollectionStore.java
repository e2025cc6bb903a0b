package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.Collected;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Condemned;
import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.collect.Past;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was given up, in a database. Whoever condemns locks the store as a commit does, so that neither comes between the look at
/// what speaks for a version and its end. Done twice each comes to the same: who pins again is only kept a little longer.
final class JdbcCollectionStore implements CollectionStore {

    /// H2 takes arrays of at most 65,536 elements.
    private static final int AT_ONCE = 16_384;

    // Versions that are current in another environment than their own are found when they are judged.
    private static final String PAST =
            """
            SELECT v.id, v.ordinal, v.number, v.state, v.recorded, v.created_at, v.tags,
                   CASE WHEN p.current_version = v.id OR p.rejected_version = v.id THEN 1 ELSE 0 END
            FROM version v
            LEFT JOIN partition_state p ON p.place = v.environment * %d + CAST(? AS BIGINT) + v.ordinal
            WHERE v.asset = ? AND v.state <> 'CONDEMNED'
            ORDER BY v.ordinal, v.number DESC"""
                    .formatted(Place.of(1, 0, 0) - Place.of(0, 0, 0));

    private static final String DUE = "SELECT " + VersionReader.COLUMNS
            + """
            , (SELECT g.first_recorded FROM commit_group g WHERE g.first_recorded <= v.recorded
               ORDER BY g.first_recorded DESC FETCH FIRST 1 ROW ONLY)
            FROM (SELECT version, condemned_at FROM collected WHERE removed_at IS NULL AND condemned_at <= %s - ?
                  ORDER BY condemned_at FETCH FIRST ? ROWS ONLY) c
            JOIN version v ON v.id = c.version
            ORDER BY c.condemned_at, v.recorded""";

    private final Sessions sessions;
    private final Names names;
    private final VersionReader reader;
    private final String clock;

    JdbcCollectionStore(Sessions sessions, Names names, Dialect dialect) {
        this.sessions = sessions;
        this.names = names;
        this.reader = new VersionReader(names);
        this.clock = dialect.clock();
    }

    @Override
    public List<Past> past(AssetKey asset, Predicate<Past> wanted) {
        return sessions.read(session -> names.knows(session, asset)
                ? session.query(
                        PAST,
                        new PastRows(asset, wanted)::read,
                        Place.of(0, names.id(asset), 0),
                        names.id(asset))
                : List.of());
    }

    /// Counts, while the versions of a partition come newest first, how many have come.
    private static final class PastRows {
        private final AssetKey asset;
        private final Predicate<Past> wanted;
        private int ordinal = Integer.MIN_VALUE;
        private int newer;

        PastRows(AssetKey asset, Predicate<Past> wanted) {
            this.asset = asset;
            this.wanted = wanted;
        }

        private @Nullable Past read(ResultSet row) throws SQLException {
            if (row.getInt(2) != ordinal) {
                ordinal = row.getInt(2);
                newer = 0;
            }
            VersionState state = VersionState.valueOf(row.getString(4));
            Past past = new Past(
                    new VersionId(row.getObject(1, UUID.class)),
                    new AssetPartition(asset, ordinal),
                    row.getLong(3),
                    state,
                    row.getLong(5),
                    Micros.instant(row.getLong(6)),
                    newer,
                    isTagged(row.getString(7)));
            newer += state == VersionState.PUBLISHED ? 1 : 0;
            return row.getInt(8) == 0 && wanted.test(past) ? past : null;
        }

        private static boolean isTagged(@Nullable String tags) {
            return tags != null && StoredJson.readObject(tags).containsKey(Kept.TAG);
        }
    }

    @Override
    public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
        return sessions.read(session -> new CollectionFacts(session, reader, clock).judge(newestFirst, asIfCondemned));
    }

    @Override
    public Judgement condemn(List<VersionId> newestFirst) {
        return sessions.again(Durability.PROMISED, new Condemning(newestFirst, reader, clock)::in);
    }

    @Override
    public List<Condemned> due(Duration grace, int limit) {
        return sessions.read(session -> {
            List<Due> due = session.query(
                    DUE.formatted(clock),
                    row -> new Due(reader.read(session, row), row.getLong(VersionReader.NEXT)),
                    Micros.of(grace),
                    limit);
            Map<Long, Group> groups = new HashMap<>();
            session.query(
                    """
                    SELECT g.first_recorded, g.id, g.first_sequence FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS t (place)
                    LEFT JOIN commit_group g ON g.first_recorded = t.place WHERE g.id IS NOT NULL""",
                    row -> groups.put(row.getLong(1), new Group(row.getObject(2, UUID.class), row.getLong(3))),
                    (Object) due.stream().map(Due::group).distinct().toArray(Long[]::new));
            return due.stream()
                    .map(each -> {
                        Group group = Objects.requireNonNull(groups.get(each.group));
                        return new Condemned(each.version, group.id, group.firstSequence);
                    })
                    .toList();
        });
    }

    private record Group(UUID id, long firstSequence) {}

    /// @param group the place of its group's first result
    private record Due(Version version, long group) {}

    @Override
    public int waiting() {
        return sessions.read(session -> session.first(
                        "SELECT COUNT(*) FROM collected WHERE removed_at IS NULL", row -> row.getInt(1))
                .orElse(0));
    }

    @Override
    public List<Version> withFiles(Collection<AssetPartition> partitions) {
        return sessions.read(session -> {
            List<Version> versions = new ArrayList<>();
            for (AssetPartition target : partitions) {
                if (names.knows(session, target.asset())) {
                    versions.addAll(session.query(
                            "SELECT " + VersionReader.COLUMNS
                                    + """
                                     FROM version v LEFT JOIN collected c ON c.version = v.id
                                    WHERE v.asset = ? AND v.ordinal = ? AND c.removed_at IS NULL""",
                            row -> reader.read(session, row),
                            names.id(target.asset()),
                            target.ordinal()));
                }
            }
            return versions;
        });
    }

    @Override
    public void removed(Collection<VersionId> versions) {
        int _ = sessions.again(Durability.PROMISED, session -> session.update(
                "UPDATE collected SET removed_at = " + clock
                        + " WHERE removed_at IS NULL AND version IN (SELECT t.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id))",
                (Object) ids(versions)));
    }

    @Override
    public List<Collected> collected(Collection<VersionId> versions) {
        UUID[] all = ids(versions);
        return sessions.read(session -> {
            List<Collected> collected = new ArrayList<>();
            for (int from = 0; from < all.length; from += AT_ONCE) {
                collected.addAll(session.query(
                        """
                        SELECT c.version, c.condemned_at, c.removed_at FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                        LEFT JOIN collected c ON c.version = t.id WHERE c.version IS NOT NULL""",
                        JdbcCollectionStore::collected,
                        (Object) Arrays.copyOfRange(all, from, Math.min(all.length, from + AT_ONCE))));
            }
            return collected;
        });
    }

    private static Collected collected(ResultSet row) throws SQLException {
        VersionId id = new VersionId(row.getObject(1, UUID.class));
        long removed = row.getLong(3);
        boolean isWaiting = row.wasNull();
        return new Collected(
                id,
                Micros.instant(row.getLong(2)),
                isWaiting ? Optional.empty() : Optional.of(Micros.instant(removed)));
    }

    @Override
    public boolean pin(Pin pin, Duration length) {
        return sessions.again(Durability.PROMISED, session -> {
            session.first(Guard.LOCK_STORE, row -> row.getLong(1));
            boolean isThere = session.first(
                            "SELECT 1 FROM version WHERE id = ? AND state <> 'CONDEMNED'",
                            row -> true,
                            pin.version().value())
                    .isPresent();
            if (isThere) {
                session.update("DELETE FROM pin WHERE id = ?", pin.id());
                session.update(
                        "INSERT INTO pin (id, version, holder, expires_at, created_at) VALUES (?, ?, ?, %s + ?, %s)"
                                .formatted(clock, clock),
                        pin.id(),
                        pin.version().value(),
                        Text.storable(pin.holder()),
                        Micros.of(length));
            }
            return isThere;
        });
    }

    @Override
    public void unpin(UUID pin) {
        int _ = sessions.again(Durability.USUAL, session -> session.update("DELETE FROM pin WHERE id = ?", pin));
    }

    private static UUID[] ids(Collection<VersionId> versions) {
        return versions.stream().map(VersionId::value).distinct().toArray(UUID[]::new);
    }
}
