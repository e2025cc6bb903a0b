package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.LastMade;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads from a database what has been published and rejected; one statement a question, so that an answer sees one moment.
final class JdbcVersionStore implements VersionStore {

    private static final String VERSION = "SELECT " + VersionReader.COLUMNS + " FROM version v ";
    private static final String CURRENT = "SELECT " + VersionReader.COLUMNS
            + ", p.sequence FROM partition_state p JOIN version v ON v.id = p.current_version"
            + " WHERE p.place BETWEEN ? AND ?";
    // Outer joins, so that H2, which has no statistics of a young table, starts from what was asked for.
    private static final String STATE_OF_EACH = " FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))"
            + " AS t (first_place, last_place)"
            + " LEFT JOIN partition_state p ON p.place BETWEEN t.first_place AND t.last_place"
            + " LEFT JOIN version v ON v.id = %s WHERE v.id IS NOT NULL";
    private static final String TO_CURRENT = " LEFT JOIN version v ON v.id = p.current_version";
    private static final String PLACES_OF_EACH =
            "SELECT p.place FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS t (first_place, last_place)"
                    + " LEFT JOIN partition_state p ON p.place BETWEEN t.first_place AND t.last_place%s WHERE %s";
    private static final String PLACES_IN_ORDER =
            "SELECT p.place, p.sequence FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS t (first_place, last_place)"
                    + " LEFT JOIN partition_state p ON p.place BETWEEN t.first_place AND t.last_place"
                    + " WHERE p.current_version IS NOT NULL";
    private static final String MADE_AT_EACH =
            "SELECT p.asset, v.created_at, v.took_us FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS t (place)"
                    + " LEFT JOIN partition_state p ON p.place = t.place"
                    + " LEFT JOIN version v ON v.id = p.current_version WHERE v.id IS NOT NULL";
    private static final String ALL_OF = "SELECT " + VersionReader.COLUMNS
            + " FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id) LEFT JOIN version v ON v.id = t.id WHERE v.id IS NOT NULL";
    private static final String TOOK_OF_ALL =
            "SELECT v.id, v.took_us FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id) LEFT JOIN version v ON v.id = t.id"
                    + " WHERE v.id IS NOT NULL";
    /// So many are looked up one by one.
    private static final int FEW = 20_000;
    /// Above that, so many versions are read for each that is wanted.
    private static final int MOST_IN_VAIN = 10;
    private static final int PAGE = 10_000;
    private static final String PUBLICATION = "SELECT v.sequence, v.asset, v.ordinal, v.id, v.run, v.published_at";

    private final Sessions sessions;
    private final Names names;
    private final VersionReader reader;

    JdbcVersionStore(Sessions sessions, Names names) {
        this.sessions = sessions;
        this.names = names;
        this.reader = new VersionReader(names);
    }

    @Override
    public long sequence() {
        return sessions.read(
                session -> session.first("SELECT sequence FROM store WHERE id = 1", row -> row.getLong(1)).orElse(0L));
    }

    @Override
    public StoreMark mark() {
        return sessions.read(session -> session.first(
                        "SELECT sequence, recorded FROM store WHERE id = 1",
                        row -> new StoreMark(row.getLong(1), row.getLong(2)))
                .orElse(new StoreMark(0, 0)));
    }

    // A rollback records no results: where a group ended at the same numbers, that came last.
    @Override
    public Optional<UUID> commitAt(StoreMark mark) {
        return sessions.read(session -> {
            Optional<UUID> group = session.first(
                    "SELECT id FROM commit_group WHERE last_sequence = ? AND first_recorded + results - 1 = ?",
                    row -> row.getObject(1, UUID.class),
                    mark.sequence(),
                    mark.recorded());
            return group.isPresent()
                    ? group
                    : session.first(
                            "SELECT changeset FROM pointer_move WHERE sequence = ?",
                            row -> row.getObject(1, UUID.class),
                            mark.sequence());
        });
    }

    @Override
    public Optional<Map<AssetKey, PartitionSet>> touchedBetween(
            EnvironmentName environment, StoreMark after, StoreMark upTo) {
        return sessions.read(session -> {
            List<AssetPartition> touched = new ArrayList<>();
            long numbers = 0;
            for (Touched each : touched(session, after, upTo)) {
                numbers += each.numbers;
                if (each.environment == 0 || names.environment(session, each.environment).equals(environment)) {
                    touched.add(each.target);
                }
            }
            return numbers < upTo.sequence() - after.sequence()
                    ? Optional.empty()
                    : Optional.of(AssetPartition.byAsset(touched.stream()));
        });
    }

    // What became of a step that made no version has no environment: that of its run.
    private List<Touched> touched(Session session, StoreMark after, StoreMark upTo) throws SQLException {
        return session.query(
                """
                SELECT v.environment, v.asset, v.ordinal, CASE WHEN v.sequence IS NULL THEN 0 ELSE 1 END
                FROM version v WHERE v.recorded > ? AND v.recorded <= ?
                UNION ALL SELECT 0, s.asset, s.ordinal, 0 FROM step s WHERE s.recorded > ? AND s.recorded <= ?
                UNION ALL SELECT m.environment, m.asset, m.ordinal, 1
                FROM pointer_move m WHERE m.sequence > ? AND m.sequence <= ?""",
                row -> new Touched(
                        row.getInt(1),
                        new AssetPartition(names.asset(session, row.getInt(2)), row.getInt(3)),
                        row.getInt(4)),
                after.recorded(),
                upTo.recorded(),
                after.recorded(),
                upTo.recorded(),
                after.sequence(),
                upTo.sequence());
    }

    /// @param numbers how many numbers of commits that took
    private record Touched(int environment, AssetPartition target, int numbers) {}

    @Override
    public List<CurrentVersion> current(
            EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions) {
        if (partitions.isPresent() && partitions.get().isEmpty()) {
            return List.of();
        }
        // All of a calendar without an end may be asked for.
        int first = Math.max(partitions.map(PartitionSet::first).orElse(Place.FIRST_ORDINAL), Place.FIRST_ORDINAL);
        int last = Math.min(partitions.map(PartitionSet::last).orElse(Place.LAST_ORDINAL), Place.LAST_ORDINAL);
        return about(environment, asset, session -> session.query(
                CURRENT + " ORDER BY p.place",
                row -> partitions.isEmpty() || partitions.get().contains(row.getInt(3)) ? current(session, row) : null,
                Place.of(names.id(environment), names.id(asset), first),
                Place.of(names.id(environment), names.id(asset), last)));
    }

    @Override
    public PartitionSet published(EnvironmentName environment, AssetKey asset, Published which) {
        String tainted = "SELECT p.ordinal FROM partition_state p JOIN version v ON v.id = p.current_version"
                + " WHERE p.place BETWEEN ? AND ? AND v.tainted IS NOT NULL";
        String all = "SELECT p.ordinal FROM partition_state p"
                + " WHERE p.place BETWEEN ? AND ? AND p.current_version IS NOT NULL";
        List<Integer> ordinals = about(environment, asset, session -> session.query(
                which == Published.ALL ? all : tainted,
                row -> row.getInt(1),
                Place.first(names.id(environment), names.id(asset)),
                Place.last(names.id(environment), names.id(asset))));
        return PartitionSet.of(ordinals.stream().mapToInt(Integer::intValue));
    }

    @Override
    public Map<AssetKey, PartitionSet> published(
            EnvironmentName environment, Collection<AssetKey> assets, Published which) {
        String state = which == Published.ALL ? "p.current_version IS NOT NULL" : "v.tainted IS NOT NULL";
        return byAsset(aboutAll(environment, assets, (session, first, last) -> session.query(
                PLACES_OF_EACH.formatted(which == Published.ALL ? "" : TO_CURRENT, state), row -> row.getLong(1), first, last)));
    }

    @Override
    public Map<AssetKey, PartitionSet> published(
            EnvironmentName environment, Map<AssetKey, PartitionSet> among, Published which) {
        String state = which == Published.ALL ? "p.current_version IS NOT NULL" : "v.tainted IS NOT NULL";
        return byAsset(aboutEach(environment, among, (session, first, last) -> session.query(
                PLACES_OF_EACH.formatted(which == Published.ALL ? "" : TO_CURRENT, state), row -> row.getLong(1), first, last)));
    }

    private Map<AssetKey, PartitionSet> byAsset(List<Long> places) {
        Map<Integer, List<Long>> byAsset = places.stream().collect(Collectors.groupingBy(Place::assetOf));
        Map<AssetKey, PartitionSet> published = new HashMap<>();
        sessions.read(session -> {
            for (Map.Entry<Integer, List<Long>> each : byAsset.entrySet()) {
                published.put(
                        names.asset(session, each.getKey()),
                        PartitionSet.of(each.getValue().stream().mapToInt(Place::ordinalOf)));
            }
            return published;
        });
        return published;
    }

    @Override
    public List<CurrentVersion> current(EnvironmentName environment) {
        List<CurrentVersion> current = sessions.read(session -> names.knows(session, environment)
                ? session.query(
                        CURRENT,
                        row -> current(session, row),
                        Place.first(names.id(environment)),
                        Place.last(names.id(environment)))
                : List.of());
        return current.stream()
                .sorted(Comparator.comparing(each -> each.version().target()))
                .toList();
    }

    @Override
    public List<CurrentVersion> current(EnvironmentName environment, Collection<AssetKey> assets) {
        return aboutAll(environment, assets, (session, first, last) -> session.query(
                "SELECT " + VersionReader.COLUMNS + ", p.sequence" + STATE_OF_EACH.formatted("p.current_version"),
                row -> current(session, row),
                first,
                last));
    }

    @Override
    public List<CurrentVersion> current(
            EnvironmentName environment, Map<AssetKey, PartitionSet> among, Progress reading) {
        long asked = among.values().stream().mapToLong(PartitionSet::size).sum();
        return asked > FEW && asked * MOST_IN_VAIN > mark().recorded()
                ? inOrder(environment, among, reading)
                : aboutEach(environment, among, (session, first, last) -> session.query(
                        "SELECT " + VersionReader.COLUMNS + ", p.sequence" + STATE_OF_EACH.formatted("p.current_version"),
                        row -> current(session, row),
                        first,
                        last));
    }

    // Versions lie in the order in which they were recorded. One by one, nearly each of very many would be on a page of its own.
    private List<CurrentVersion> inOrder(
            EnvironmentName environment, Map<AssetKey, PartitionSet> among, Progress reading) {
        long recorded = mark().recorded();
        return sessions.read(session -> {
            if (names.known(session, among.keySet()).length == 0 || !names.knows(session, environment)) {
                return List.of();
            }
            Map<UUID, Long> wanted = new HashMap<>();
            int _ = session.query(
                    """
                    SELECT p.asset, p.ordinal, p.current_version, p.sequence FROM partition_state p
                    WHERE p.place BETWEEN ? AND ? AND p.current_version IS NOT NULL""",
                    row -> AssetPartition.isAmong(
                                    new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2)), among)
                            ? wanted.put(row.getObject(3, UUID.class), row.getLong(4))
                            : null,
                    Place.first(names.id(environment)),
                    Place.last(names.id(environment))).size();
            List<CurrentVersion> current = new ArrayList<>(wanted.size());
            for (long from = 0; from <= recorded; from += PAGE) {
                reading.come(from, recorded);
                current.addAll(session.query(
                        VERSION + "WHERE v.recorded >= ? AND v.recorded < ?",
                        row -> {
                            Long sequence = wanted.get(row.getObject(1, UUID.class));
                            return sequence == null ? null : new CurrentVersion(reader.read(session, row), sequence);
                        },
                        from,
                        from + PAGE));
            }
            return current;
        });
    }

    @Override
    public List<FailedCheck> failedChecks(EnvironmentName environment, Collection<AssetKey> assets) {
        Set<AssetKey> wanted = Set.copyOf(assets);
        return sessions.read(session -> names.knows(session, environment)
                ? session.query(
                        VerdictRows.FAILED.formatted("p.current_version")
                                + " UNION ALL "
                                + VerdictRows.FAILED.formatted("p.rejected_version"),
                        row -> {
                            AssetKey asset = names.asset(session, row.getInt(VerdictRows.NEXT));
                            return wanted.contains(asset) ? failed(row, asset) : null;
                        },
                        Place.first(names.id(environment)),
                        Place.last(names.id(environment)),
                        Place.first(names.id(environment)),
                        Place.last(names.id(environment)))
                : List.of());
    }

    @Override
    public List<FailedCheck> failedChecks(EnvironmentName environment, Map<AssetKey, PartitionSet> among) {
        return aboutEach(environment, among, (session, first, last) -> session.query(
                VerdictRows.FAILED_OF_EACH.formatted("p.current_version")
                        + " UNION ALL "
                        + VerdictRows.FAILED_OF_EACH.formatted("p.rejected_version"),
                row -> failed(row, names.asset(session, row.getInt(VerdictRows.NEXT))),
                first,
                last,
                first,
                last));
    }

    private static FailedCheck failed(ResultSet row, AssetKey asset) throws SQLException {
        return new FailedCheck(
                new AssetPartition(asset, row.getInt(VerdictRows.NEXT + 1)),
                row.getLong(VerdictRows.NEXT + 2),
                VersionState.valueOf(row.getString(VerdictRows.NEXT + 3)),
                Micros.instant(row.getLong(VerdictRows.NEXT + 4)),
                VerdictRows.read(row, asset));
    }

    @Override
    public List<Version> standingRejections(EnvironmentName environment, Collection<AssetKey> assets) {
        return aboutAll(environment, assets, (session, first, last) -> session.query(
                "SELECT " + VersionReader.COLUMNS + STATE_OF_EACH.formatted("p.rejected_version"),
                row -> reader.read(session, row),
                first,
                last));
    }

    @Override
    public List<Version> standingRejections(EnvironmentName environment, Map<AssetKey, PartitionSet> among) {
        return aboutEach(environment, among, (session, first, last) -> session.query(
                "SELECT " + VersionReader.COLUMNS + STATE_OF_EACH.formatted("p.rejected_version"),
                row -> reader.read(session, row),
                first,
                last));
    }

    @Override
    public List<StandingSkip> standingSkips(EnvironmentName environment, Collection<AssetKey> assets) {
        return aboutAll(environment, assets, (session, first, last) -> session.query(
                SkipRows.SELECT, row -> SkipRows.read(session, row, names), first, last));
    }

    @Override
    public PartitionSet unjudged(EnvironmentName environment, CheckKey check, Digest digest) {
        List<Integer> ordinals = about(environment, check.asset(), session -> session.query(
                """
                SELECT p.ordinal FROM partition_state p
                WHERE p.place BETWEEN ? AND ? AND p.current_version IS NOT NULL AND NOT EXISTS
                    (SELECT 1 FROM verdict d
                     WHERE d.version = p.current_version AND d.check_name = ? AND d.check_digest = ? AND NOT EXISTS
                         (SELECT 1 FROM verdict n
                          WHERE n.version = d.version AND n.check_name = d.check_name AND n.recorded > d.recorded))""",
                row -> row.getInt(1),
                Place.first(names.id(environment), names.id(check.asset())),
                Place.last(names.id(environment), names.id(check.asset())),
                check.name(),
                digest.toBytes()));
        return PartitionSet.of(ordinals.stream().mapToInt(Integer::intValue));
    }

    @Override
    public List<Version> standingRejections(EnvironmentName environment, AssetKey asset) {
        return about(environment, asset, session -> session.query(
                "SELECT " + VersionReader.COLUMNS
                        + " FROM partition_state p JOIN version v ON v.id = p.rejected_version"
                        + " WHERE p.place BETWEEN ? AND ? ORDER BY p.place",
                row -> reader.read(session, row),
                Place.first(names.id(environment), names.id(asset)),
                Place.last(names.id(environment), names.id(asset))));
    }

    @Override
    public Optional<Version> find(VersionId id) {
        return sessions.read(session -> session.first(
                VERSION + "WHERE v.id = ?", row -> reader.read(session, row), id.value()));
    }

    @Override
    public List<Version> findAll(Collection<VersionId> ids) {
        UUID[] wanted = ids.stream().map(VersionId::value).distinct().toArray(UUID[]::new);
        return sessions.read(session -> findAll(session, wanted));
    }

    private List<Version> findAll(Session session, UUID[] ids) throws SQLException {
        return session.query(ALL_OF, row -> reader.read(session, row), (Object) ids);
    }

    @Override
    public Optional<Version> find(AssetPartition target, long number) {
        return sessions.read(session -> names.knows(session, target.asset())
                ? session.first(
                        VERSION + "WHERE v.asset = ? AND v.ordinal = ? AND v.number = ?",
                        row -> reader.read(session, row),
                        names.id(target.asset()),
                        target.ordinal(),
                        number)
                : Optional.empty());
    }

    @Override
    public List<Version> versionsOf(AssetPartition target) {
        return sessions.read(session -> names.knows(session, target.asset())
                ? session.query(
                        VERSION + "WHERE v.asset = ? AND v.ordinal = ? ORDER BY v.number DESC",
                        row -> reader.read(session, row),
                        names.id(target.asset()),
                        target.ordinal())
                : List.of());
    }

    @Override
    public List<Version> publishedBefore(AssetPartition target, long number, int limit) {
        return sessions.read(session -> names.knows(session, target.asset())
                ? session.query(
                        VERSION
                                + "WHERE v.asset = ? AND v.ordinal = ? AND v.number < ? AND v.sequence IS NOT NULL"
                                + " ORDER BY v.number DESC FETCH FIRST " + limit + " ROWS ONLY",
                        row -> reader.read(session, row),
                        names.id(target.asset()),
                        target.ordinal(),
                        number)
                : List.of());
    }

    @Override
    public Map<VersionId, Duration> took(Collection<VersionId> ids) {
        UUID[] wanted = ids.stream().map(VersionId::value).distinct().toArray(UUID[]::new);
        Map<VersionId, Duration> took = new HashMap<>();
        sessions.read(session -> session.query(
                TOOK_OF_ALL,
                row -> took.put(new VersionId(row.getObject(1, UUID.class)), Micros.duration(row.getLong(2))),
                (Object) wanted));
        return took;
    }

    // Versions are looked up of one partition an asset only: there may be a million others.
    @Override
    public Map<AssetKey, LastMade> lastMade(EnvironmentName environment, Collection<AssetKey> assets) {
        Map<AssetKey, LastMade> made = new HashMap<>();
        List<Boolean> _ = aboutAll(environment, assets, (session, first, last) -> {
            Map<Integer, Latest> latest = new HashMap<>();
            session.query(
                    PLACES_IN_ORDER,
                    row -> {
                        Latest each = new Latest(row.getLong(1), row.getLong(2));
                        latest.merge(Place.assetOf(each.place), each, Latest::later);
                        return null;
                    },
                    first,
                    last);
            return session.query(
                    MADE_AT_EACH,
                    row -> made.put(
                                    names.asset(session, row.getInt(1)),
                                    new LastMade(Micros.instant(row.getLong(2)), Micros.duration(row.getLong(3))))
                            == null,
                    (Object) latest.values().stream().map(Latest::place).toArray(Long[]::new));
        });
        return made;
    }

    /// @param sequence of the commit that made it current
    private record Latest(long place, long sequence) {
        Latest later(Latest other) {
            return other.sequence > sequence ? other : this;
        }
    }

    @Override
    public Map<VersionId, Verdict> verdictsOf(CheckKey check, Collection<VersionId> ids) {
        UUID[] wanted = ids.stream().map(VersionId::value).distinct().toArray(UUID[]::new);
        Map<VersionId, Verdict> verdicts = new HashMap<>();
        for (Of each : sessions.read(session -> session.query(
                VerdictRows.SELECT_OF_CHECK,
                row -> new Of(
                        new VersionId(row.getObject(VerdictRows.NEXT, UUID.class)),
                        VerdictRows.read(row, check.asset())),
                wanted,
                check.name()))) {
            verdicts.put(each.version, each.verdict);
        }
        return verdicts;
    }

    private record Of(VersionId version, Verdict verdict) {}

    @Override
    public List<Verdict> verdictsOf(VersionId id) {
        return sessions.read(session -> {
            Optional<AssetKey> asset = session.first(
                    "SELECT asset FROM version WHERE id = ?", row -> names.asset(session, row.getInt(1)), id.value());
            return asset.isEmpty()
                    ? List.of()
                    : session.query(VerdictRows.SELECT, row -> VerdictRows.read(row, asset.get()), id.value());
        });
    }

    /// Looks into history only where something was published since.
    @Override
    public List<Publication> currentAsOf(
            EnvironmentName environment, AssetKey asset, PartitionSet partitions, long asOf) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        return about(environment, asset, session -> {
            SortedMap<Integer, Publication> then = new TreeMap<>();
            publishedAsOf(session, environment, asset, partitions, asOf)
                    .forEach(publication -> then.put(publication.target().ordinal(), publication));
            moveAsOf(session, environment, asset, partitions, asOf, then);
            return List.copyOf(then.values());
        });
    }

    // Both look at what happened before a moment that has passed: one after the other they see the same.
    private void moveAsOf(
            Session session,
            EnvironmentName environment,
            AssetKey asset,
            PartitionSet partitions,
            long asOf,
            SortedMap<Integer, Publication> then)
            throws SQLException {
        session.query(
                """
                SELECT m.sequence, m.asset, m.ordinal, v.id, v.run, m.moved_at
                FROM pointer_move m LEFT JOIN version v ON v.id = m.version
                WHERE m.environment = ? AND m.asset = ? AND m.ordinal BETWEEN ? AND ? AND m.sequence <= ?
                ORDER BY m.sequence""",
                row -> {
                    int ordinal = row.getInt(3);
                    Publication before = then.get(ordinal);
                    if (partitions.contains(ordinal) && (before == null || before.sequence() < row.getLong(1))) {
                        if (row.getObject(4) == null) {
                            then.remove(ordinal);
                        } else {
                            then.put(ordinal, publication(session, environment, row));
                        }
                    }
                    return null;
                },
                names.id(environment),
                names.id(asset),
                partitions.first(),
                partitions.last(),
                asOf);
    }

    private List<Publication> publishedAsOf(
            Session session, EnvironmentName environment, AssetKey asset, PartitionSet partitions, long asOf)
            throws SQLException {
        return session.query(
                PUBLICATION + """
                 FROM partition_state p
                JOIN version v ON v.id = CASE WHEN p.sequence <= ? THEN p.current_version ELSE
                    (SELECT o.id FROM version o WHERE o.environment = p.environment AND o.asset = p.asset
                     AND o.ordinal = p.ordinal AND o.sequence <= ? ORDER BY o.number DESC FETCH FIRST 1 ROW ONLY) END
                WHERE p.place BETWEEN ? AND ?
                ORDER BY p.place""",
                row -> partitions.contains(row.getInt(3)) ? publication(session, environment, row) : null,
                asOf,
                asOf,
                Place.of(names.id(environment), names.id(asset), partitions.first()),
                Place.of(names.id(environment), names.id(asset), partitions.last()));
    }

    @Override
    public List<Version> readersOf(VersionId id) {
        List<Version> readers = sessions.read(session -> {
            List<Version> all = new ArrayList<>(Readers.among(session, id.value(), reader));
            List<UUID> named = Readers.named(session, id.value());
            if (!named.isEmpty()) {
                all.addAll(findAll(session, named.toArray(UUID[]::new)));
            }
            return all;
        });
        return readers.stream().distinct().sorted(Version.OLDEST_FIRST).toList();
    }

    @Override
    public List<Publication> publishedAfter(EnvironmentName environment, long sequence, int limit) {
        return sessions.read(session -> {
            // Publications follow each other in the order in which results are recorded.
            Optional<Long> first = session.first(
                    """
                    SELECT first_recorded FROM commit_group WHERE last_sequence > ?
                    ORDER BY last_sequence FETCH FIRST 1 ROW ONLY""",
                    row -> row.getLong(1),
                    sequence);
            return first.isPresent() && names.knows(session, environment)
                    ? session.query(
                            PUBLICATION + """
                             FROM version v WHERE v.recorded >= ? AND v.sequence > ? AND v.environment = ?
                            ORDER BY v.recorded FETCH FIRST ? ROWS ONLY""",
                            row -> publication(session, environment, row),
                            first.get(),
                            sequence,
                            names.id(environment),
                            limit)
                    : List.of();
        });
    }

    @Override
    public List<PointerMove> movedAfter(EnvironmentName environment, long sequence) {
        return sessions.read(session -> names.knows(session, environment)
                ? session.query(
                        """
                        SELECT sequence, asset, ordinal, version, moved_at FROM pointer_move
                        WHERE sequence > ? AND environment = ? ORDER BY sequence""",
                        row -> new PointerMove(
                                row.getLong(1),
                                new AssetPartition(names.asset(session, row.getInt(2)), row.getInt(3)),
                                Optional.ofNullable(row.getObject(4, UUID.class)).map(VersionId::new),
                                Micros.instant(row.getLong(5))),
                        sequence,
                        names.id(environment))
                : List.of());
    }

    @Override
    public List<Publication> publishedBy(RunId run) {
        return sessions.read(session -> session.query(
                PUBLICATION + """
                , v.environment
                FROM commit_group g
                JOIN version v ON v.recorded BETWEEN g.first_recorded AND g.first_recorded + g.results - 1
                WHERE g.run = ? AND v.sequence IS NOT NULL
                ORDER BY v.recorded""",
                row -> publication(session, names.environment(session, row.getInt(7)), row),
                run.value()));
    }

    @Override
    public List<Hold> holds(EnvironmentName environment) {
        return sessions.read(session -> names.knows(session, environment)
                ? session.query(
                        HoldRows.SELECT,
                        row -> HoldRows.read(session, row, names),
                        Place.first(names.id(environment)),
                        Place.last(names.id(environment)))
                : List.<Hold>of()).stream()
                .sorted(Comparator.comparing(Hold::target))
                .toList();
    }

    /// Nothing is known of an asset or an environment the database has never heard of.
    private <T> List<T> about(EnvironmentName environment, AssetKey asset, Sessions.Work<List<T>> question) {
        return sessions.read(session -> names.knows(session, environment) && names.knows(session, asset)
                ? question.with(session)
                : List.of());
    }

    private <T> List<T> aboutAll(EnvironmentName environment, Collection<AssetKey> assets, Questions<T> questions) {
        return sessions.read(session -> {
            Integer[] ids = names.known(session, assets);
            if (ids.length == 0 || !names.knows(session, environment)) {
                return List.of();
            }
            Long[] first = new Long[ids.length];
            Long[] last = new Long[ids.length];
            Arrays.setAll(first, row -> Place.first(names.id(environment), ids[row]));
            Arrays.setAll(last, row -> Place.last(names.id(environment), ids[row]));
            return questions.ask(session, first, last);
        });
    }

    /// The same about some partitions.
    private <T> List<T> aboutEach(
            EnvironmentName environment, Map<AssetKey, PartitionSet> among, Questions<T> questions) {
        return sessions.read(session -> {
            if (names.known(session, among.keySet()).length == 0 || !names.knows(session, environment)) {
                return List.of();
            }
            Place.Ranges ranges = Place.ranges(names, environment, among);
            return questions.ask(
                    session, ranges.first().toArray(Long[]::new), ranges.last().toArray(Long[]::new));
        });
    }

    /// Asks about assets by their first and last places.
    private interface Questions<T> {
        List<T> ask(Session session, Object first, Object last) throws SQLException;
    }

    private CurrentVersion current(Session session, ResultSet row) throws SQLException {
        return new CurrentVersion(reader.read(session, row), row.getLong(VersionReader.NEXT));
    }

    private Publication publication(Session session, EnvironmentName environment, ResultSet row) throws SQLException {
        return new Publication(
                row.getLong(1),
                environment,
                new AssetPartition(names.asset(session, row.getInt(2)), row.getInt(3)),
                new VersionId(row.getObject(4, UUID.class)),
                new RunId(row.getObject(5, UUID.class)),
                Micros.instant(row.getLong(6)));
    }
}
