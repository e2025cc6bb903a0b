package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.run.LaunchedBeforeException;
import dev.weir.materializer.run.Origin;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunQuery;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.Trigger;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Runs in a database. Every change of state is one statement that names the state it expects; its count of rows tells
/// whether it happened.
final class JdbcRunStore implements RunStore {

    private static final String SELECT =
            """
            SELECT r.id, r.environment, r.status, r.request, r.definitions, r.planned, r.owner, r.created_at, r.started_at,
                   r.finished_at, r.problem, r.commit_id, r.tree, r.triggered_by, r.launch_key
            FROM run r""";

    /// Leads from what a run has claimed to how it ended, if it did.
    private static final String ENDS =
            """
            LEFT JOIN step s ON s.run = p.claimed_by AND s.asset = p.asset AND s.ordinal = p.ordinal
            LEFT JOIN version v ON v.asset = p.asset AND v.ordinal = p.ordinal AND v.number = p.claimed_number
                AND v.run = p.claimed_by""";

    private static final String NOT_ENDED = " AND s.run IS NULL AND v.id IS NULL";

    private final Sessions sessions;
    private final Names names;
    private final StepReader steps;
    private final String clock;
    private final Sharing sharing;
    /// The owners whose runs were started from here.
    private final Set<String> owners = ConcurrentHashMap.newKeySet();
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();

    JdbcRunStore(Sessions sessions, Names names, Dialect dialect) {
        this.sessions = sessions;
        this.names = names;
        this.steps = new StepReader(names);
        this.clock = dialect.clock();
        this.sharing = dialect.sharing();
    }

    @Override
    public Set<AssetPartition> failing(EnvironmentName environment) {
        return claimed(environment, "JOIN step s ON s.run = p.claimed_by AND s.asset = p.asset AND s.ordinal = p.ordinal"
                + " WHERE p.environment = ? AND s.state = 'FAILED'");
    }

    @Override
    public Set<AssetPartition> failing(EnvironmentName environment, Map<AssetKey, PartitionSet> among) {
        return sessions.read(session -> {
            if (names.known(session, among.keySet()).length == 0 || !names.knows(session, environment)) {
                return Set.of();
            }
            return new TreeSet<>(session.query(
                    """
                    SELECT p.asset, p.ordinal
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS t (place) JOIN partition_state p ON p.place = t.place
                    JOIN step s ON s.run = p.claimed_by AND s.asset = p.asset AND s.ordinal = p.ordinal
                    WHERE s.state = 'FAILED'""",
                    row -> new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2)),
                    (Object) Place.each(names, environment, among)));
        });
    }

    @Override
    public List<StepRecord> failures(EnvironmentName environment, int limit) {
        return sessions.read(session -> names.knows(session, environment)
                ? steps.failures(session, names.id(environment), limit)
                : List.of());
    }

    @Override
    public Set<AssetPartition> atWork(EnvironmentName environment) {
        return claimed(
                environment,
                "JOIN run r ON r.id = p.claimed_by " + ENDS + " WHERE p.environment = ? AND r.status = 'RUNNING'" + NOT_ENDED);
    }

    @Override
    public Set<AssetPartition> unended(RunId id) {
        return sessions.read(session -> new TreeSet<>(session.query(
                "SELECT p.asset, p.ordinal FROM partition_state p " + ENDS + " WHERE p.claimed_by = ?" + NOT_ENDED,
                row -> new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2)),
                id.value())));
    }

    private Set<AssetPartition> claimed(EnvironmentName environment, String chosen) {
        return sessions.read(session -> names.knows(session, environment)
                ? new TreeSet<>(session.query(
                        "SELECT p.asset, p.ordinal FROM partition_state p " + chosen,
                        row -> new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2)),
                        names.id(environment)))
                : Set.of());
    }

    @Override
    public void create(Run run, String snapshot, Duration startWithin) {
        names.know(run.environment());
        queued.add(run.id().value());
        sessions.transaction(
                Durability.PROMISED,
                session -> create(session, run, snapshot, startWithin),
                session -> exists(session, run.id()) ? 1 : create(session, run, snapshot, startWithin));
    }

    private int create(Session session, Run run, String snapshot, Duration startWithin) throws SQLException {
        int environment = names.id(run.environment());
        long at = Micros.of(run.createdAt());
        // Locked, so that two processes do not add the same snapshot at once.
        session.first(Guard.LOCK_STORE, row -> row.getLong(1));
        if (exists(session, run.id())) {
            throw new IllegalArgumentException("Run %s exists already".formatted(run.id()));
        }
        if (run.origin().key().isPresent() && launched(session, run.origin().key().get()).isPresent()) {
            throw new LaunchedBeforeException(run.origin().key().get());
        }
        if (session.first("SELECT digest FROM definition_snapshot WHERE digest = ?", row -> true, run.definitions())
                .isEmpty()) {
            session.update(
                    "INSERT INTO definition_snapshot (digest, definitions, created_at) VALUES (?, ?, ?)",
                    run.definitions(),
                    Text.storable(snapshot),
                    at);
        }
        insert(session, run, environment, at, startWithin);
        return session.update(
                "INSERT INTO changeset (id, environment, kind, run, created_at) VALUES (?, ?, 'RUN', ?, ?)",
                run.id().value(),
                environment,
                run.id().value(),
                at);
    }

    private static boolean exists(Session session, RunId id) throws SQLException {
        return session.first("SELECT id FROM run WHERE id = ?", row -> true, id.value()).isPresent();
    }

    private void insert(Session session, Run run, int environment, long at, Duration startWithin)
            throws SQLException {
        session.update(
                """
                INSERT INTO run (id, environment, status, request, definitions, planned, owner, lease_until, created_at,
                    started_at, finished_at, problem, commit_id, tree, triggered_by, launch_key, since_sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, %s + ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    (SELECT sequence FROM store WHERE id = 1))"""
                        .formatted(clock),
                run.id().value(),
                environment,
                run.status().name(),
                Text.storable(run.request()),
                run.definitions(),
                run.planned(),
                run.owner(),
                Micros.of(startWithin),
                at,
                Micros.ofNullable(run.startedAt()),
                Micros.ofNullable(run.finishedAt()),
                run.problem() == null ? null : Text.storable(run.problem()),
                run.revision() == null ? null : run.revision().commit(),
                run.revision() == null ? null : run.revision().tree().name(),
                run.origin().trigger().name(),
                run.origin().key().map(LaunchKey::text).orElse(null));
    }

    @Override
    public boolean keepQueued(RunId id, int planned, Duration startWithin) {
        return changedAgain(
                Durability.USUAL,
                "UPDATE run SET planned = ?, lease_until = " + clock + " + ? WHERE id = ? AND status = 'QUEUED'",
                planned,
                Micros.of(startWithin),
                id.value());
    }

    @Override
    public boolean start(RunId id, String owner, Duration lease, Instant at) {
        owners.add(owner);
        boolean started = changed(
                new Effect(id, "status = 'RUNNING' AND owner = ?", owner),
                "UPDATE run SET status = 'RUNNING', owner = ?, lease_until = " + clock
                        + " + ?, started_at = ? WHERE id = ? AND status = 'QUEUED'",
                owner,
                Micros.of(lease),
                Micros.of(at),
                id.value());
        queued.remove(id.value());
        return started;
    }

    @Override
    public boolean heartbeat(RunId id, String owner, Duration lease) {
        return changedAgain(
                Durability.USUAL,
                "UPDATE run SET lease_until = " + clock + " + ? WHERE id = ? AND " + held(),
                Micros.of(lease),
                id.value(),
                owner);
    }

    @Override
    public boolean finish(RunId id, String owner, RunStatus end, Instant at, Optional<String> problem) {
        if (!RunStatus.RUNNING.canBecome(end)) {
            throw new IllegalArgumentException("A running run cannot become " + end);
        }
        return changed(
                new Effect(id, "status = ? AND owner = ?", end.name(), owner),
                "UPDATE run SET status = ?, finished_at = ?, problem = ? WHERE id = ? AND " + held(),
                end.name(),
                Micros.of(at),
                problem.map(Text::storable).orElse(null),
                id.value(),
                owner);
    }

    @Override
    public boolean cancel(RunId id, Instant at, String why) {
        queued.remove(id.value());
        return changed(
                new Effect(id, "status = 'CANCELED' AND finished_at = ? AND problem = ?", Micros.of(at), Text.storable(why)),
                """
                UPDATE run SET status = 'CANCELED', finished_at = ?, problem = ?
                WHERE id = ? AND status IN ('QUEUED', 'RUNNING')""",
                Micros.of(at),
                Text.storable(why),
                id.value());
    }

    @Override
    public List<Run> reap(Instant at) {
        return sessions.again(Durability.PROMISED, session -> {
            List<UUID> dead = dead(session);
            if (dead.isEmpty()) {
                return List.of();
            }
            UUID[] ids = dead.toArray(UUID[]::new);
            session.update(
                    """
                    UPDATE run SET finished_at = ?,
                        problem = CASE status WHEN 'QUEUED' THEN CAST(? AS VARCHAR) ELSE CAST(? AS VARCHAR) END,
                        status = CASE status WHEN 'QUEUED' THEN 'CANCELED' ELSE 'FAILED' END
                    WHERE id = ANY (CAST(? AS UUID ARRAY)) AND status IN ('QUEUED', 'RUNNING')""",
                    Micros.of(at),
                    NEVER_STARTED,
                    LEASE_ENDED,
                    ids);
            return session.query(
                    SELECT + " WHERE r.id = ANY (CAST(? AS UUID ARRAY)) ORDER BY r.created_at, r.id",
                    row -> read(session, row),
                    (Object) ids);
        });
    }

    private List<UUID> dead(Session session) throws SQLException {
        String open = "SELECT r.id FROM run r WHERE r.status IN ('QUEUED', 'RUNNING') AND (r.lease_until <= " + clock;
        // A database that belongs to one process has lost every run that was not recorded or started from here.
        return sharing == Sharing.ONE_PROCESS
                ? session.query(
                        open
                                + " OR r.status = 'QUEUED' AND NOT r.id = ANY (CAST(? AS UUID ARRAY))"
                                + " OR r.status = 'RUNNING' AND NOT r.owner = ANY (CAST(? AS VARCHAR ARRAY))) FOR UPDATE",
                        row -> row.getObject(1, UUID.class),
                        queued.toArray(UUID[]::new),
                        owners.toArray(String[]::new))
                : session.query(open + ") FOR UPDATE", row -> row.getObject(1, UUID.class));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return sessions.read(
                session -> session.first(SELECT + " WHERE r.id = ?", row -> read(session, row), id.value()));
    }

    @Override
    public Optional<String> definitions(String digest) {
        return sessions.read(session -> session.first(
                "SELECT definitions FROM definition_snapshot WHERE digest = ?", row -> row.getString(1), digest));
    }

    @Override
    public Optional<Run> launched(LaunchKey key) {
        return sessions.read(session -> launched(session, key));
    }

    private Optional<Run> launched(Session session, LaunchKey key) throws SQLException {
        return session.first(SELECT + " WHERE r.launch_key = ?", row -> read(session, row), key.text());
    }

    @Override
    public Map<AssetKey, List<Spent>> spentLately(int each) {
        return sessions.read(session -> {
            Map<AssetKey, List<Spent>> spent = new HashMap<>();
            session.query(
                    """
                    SELECT v.asset, v.took_us, v.byte_count FROM version v
                    WHERE v.recorded > (SELECT recorded FROM store WHERE id = 1) - ? AND v.sequence IS NOT NULL
                    ORDER BY v.recorded DESC""",
                    row -> {
                        List<Spent> of =
                                spent.computeIfAbsent(names.asset(session, row.getInt(1)), _ -> new ArrayList<>());
                        return of.size() < each && of.add(new Spent(Micros.duration(row.getLong(2)), row.getLong(3)));
                    },
                    LATELY);
            return spent;
        });
    }

    @Override
    public List<Run> latest(int limit) {
        return sessions.read(session -> session.query(
                SELECT + " ORDER BY r.created_at DESC, r.id DESC FETCH FIRST ? ROWS ONLY",
                row -> read(session, row),
                limit));
    }

    @Override
    public List<Run> find(RunQuery query) {
        return sessions.read(session -> {
            if (query.asset().isPresent() && !names.knows(session, query.asset().get())) {
                return List.of();
            }
            Statement select = RunChoice.select(SELECT, query, names);
            return session.query(select.sql(), row -> read(session, row), select.parameters().toArray());
        });
    }

    @Override
    public Map<RunId, StepCounts> countSteps(Collection<RunId> ids) {
        return sessions.read(session -> StepCounter.count(session, ids));
    }

    @Override
    public List<StepRecord> stepsOf(RunId id, long offset, int limit) {
        return sessions.read(session -> steps.of(session, id, offset, limit));
    }

    @Override
    public List<StepRecord> stepsOf(RunId id) {
        return sessions.read(session -> steps.of(session, id));
    }

    @Override
    public Optional<StepRecord> stepOf(RunId id, AssetPartition target) {
        return sessions.read(session ->
                names.knows(session, target.asset()) ? steps.find(session, id, target) : Optional.empty());
    }

    /// By what a change can be told that has happened.
    private static final class Effect {
        private final String condition;
        private final List<Object> parameters = new ArrayList<>();

        Effect(RunId id, String condition, Object... parameters) {
            this.condition = condition;
            this.parameters.add(id.value());
            this.parameters.addAll(List.of(parameters));
        }

        boolean isThere(Session session) throws SQLException {
            return session.first("SELECT id FROM run WHERE id = ? AND " + condition, row -> true, parameters.toArray())
                    .isPresent();
        }
    }

    private boolean changed(Effect effect, String sql, @Nullable Object... parameters) {
        return sessions.transaction(
                Durability.PROMISED,
                session -> session.update(sql, parameters) == 1,
                session -> effect.isThere(session) || session.update(sql, parameters) == 1);
    }

    private boolean changedAgain(Durability durability, String sql, @Nullable Object... parameters) {
        return sessions.again(durability, session -> session.update(sql, parameters) == 1);
    }

    private String held() {
        return "owner = ? AND status = 'RUNNING' AND lease_until > " + clock;
    }

    private Run read(Session session, ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getObject(1, UUID.class)),
                names.environment(session, row.getInt(2)),
                RunStatus.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                Micros.instant(row.getLong(8)),
                instant(row, 9),
                instant(row, 10),
                row.getString(11),
                revision(row.getString(12), row.getString(13)),
                new Origin(Trigger.valueOf(row.getString(14)), Optional.ofNullable(row.getString(15)).map(LaunchKey::new)));
    }

    private static @Nullable Revision revision(@Nullable String commit, @Nullable String tree) {
        return commit == null || tree == null ? null : new Revision(commit, Revision.Tree.valueOf(tree));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Micros.instant(micros);
    }
}
