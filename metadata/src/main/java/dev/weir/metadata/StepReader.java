package dev.weir.metadata;

import dev.weir.materializer.publish.SkipCause;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How steps ended: of those that made a version, its row says so; the others have a row of their own.
final class StepReader {

    private static final String MADE =
            """
            SELECT s.recorded, s.asset, s.ordinal, CASE WHEN s.sequence IS NULL THEN 'REJECTED' ELSE 'SUCCEEDED' END, s.attempt,
                   s.id, s.started_at, s.took_us, s.reason, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), u.took_us
            FROM version s LEFT JOIN step_start_up u ON u.recorded = s.recorded WHERE s.run = ?""";
    private static final String OTHER =
            """
            SELECT s.recorded, s.asset, s.ordinal, s.state, s.attempt,
                   s.version, s.started_at, s.took_us, s.reason, s.detail, s.cause, u.took_us
            FROM step s LEFT JOIN step_start_up u ON u.recorded = s.recorded WHERE s.run = ?""";
    private static final String ATTEMPTS =
            "SELECT asset, ordinal, attempt, started_at, took_us, problem FROM attempt WHERE run = ?";
    private static final String PART = " AND s.recorded BETWEEN ? AND ?";
    private static final String ONE = " AND s.asset = ? AND s.ordinal = ?";
    private static final String ATTEMPTS_OF_ONE = ATTEMPTS + " AND asset = ? AND ordinal = ? ORDER BY attempt";

    private final Names names;

    StepReader(Names names) {
        this.names = names;
    }

    private record Range(long first, long last) {}

    /// The steps of a run, in the order in which they were recorded.
    List<StepRecord> of(Session session, RunId run) throws SQLException {
        TreeMap<Long, StepRecord> steps = new TreeMap<>();
        Attempts failed = attempts(session, ATTEMPTS + " ORDER BY attempt", run.value());
        for (Range range : recordedBy(session, run)) {
            session.query(
                    MADE + PART,
                    row -> steps.put(row.getLong(1), read(session, run, row, failed)),
                    run.value(),
                    range.first(),
                    range.last());
        }
        session.query(OTHER, row -> steps.put(row.getLong(1), read(session, run, row, failed)), run.value());
        return List.copyOf(steps.values());
    }

    /// A part of them. Every result of a group has a place of its own, so that those to leave out are not read but counted.
    List<StepRecord> of(Session session, RunId run, long offset, int limit) throws SQLException {
        TreeMap<Long, ResultRow> rows = new TreeMap<>();
        for (Range range : part(recordedBy(session, run), offset, limit)) {
            for (String sql : List.of(MADE, OTHER)) {
                session.query(
                        sql + PART,
                        row -> rows.put(row.getLong(1), row(session, row)),
                        run.value(),
                        range.first(),
                        range.last());
            }
        }
        Attempts failed = attempts(session, run, rows.values());
        return rows.values().stream().map(row -> row.record(run, failed)).toList();
    }

    private static List<Range> part(List<Range> ranges, long offset, int limit) {
        List<Range> part = new ArrayList<>();
        long skip = offset;
        long left = limit;
        for (Range range : ranges) {
            long size = range.last() - range.first() + 1;
            long first = range.first() + Math.min(skip, size);
            long last = Math.min(range.last(), first + left - 1);
            if (first <= last) {
                part.add(new Range(first, last));
                left -= last - first + 1;
            }
            skip -= Math.min(skip, size);
        }
        return part;
    }

    // Most steps are decided by their first attempt, and have no other.
    private Attempts attempts(Session session, RunId run, Collection<ResultRow> rows) throws SQLException {
        List<ResultRow> again = rows.stream().filter(row -> row.attempt > 1).toList();
        if (again.isEmpty()) {
            return _ -> List.of();
        }
        return attempts(
                session,
                """
                SELECT a.asset, a.ordinal, a.attempt, a.started_at, a.took_us, a.problem
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY)) AS t (asset, ordinal)
                JOIN attempt a ON a.asset = t.asset AND a.ordinal = t.ordinal
                WHERE a.run = ? ORDER BY a.attempt""",
                again.stream().map(row -> names.id(row.target.asset())).toArray(Integer[]::new),
                again.stream().map(row -> row.target.ordinal()).toArray(Integer[]::new),
                run.value());
    }

    /// The failed steps that were the last to claim their partitions, the newest first; without the attempts before.
    List<StepRecord> failures(Session session, int environment, int limit) throws SQLException {
        return session.query(
                """
                SELECT s.recorded, s.asset, s.ordinal, s.state, s.attempt, s.version, s.started_at, s.took_us, s.reason, s.detail,
                       s.cause, u.took_us, s.run
                FROM partition_state p
                JOIN step s ON s.run = p.claimed_by AND s.asset = p.asset AND s.ordinal = p.ordinal
                LEFT JOIN step_start_up u ON u.recorded = s.recorded
                WHERE p.environment = ? AND s.state = 'FAILED' ORDER BY s.recorded DESC FETCH FIRST ? ROWS ONLY""",
                row -> read(session, new RunId(row.getObject(13, UUID.class)), row, _ -> List.of()),
                environment,
                limit);
    }

    Optional<StepRecord> find(Session session, RunId run, AssetPartition target) throws SQLException {
        Object[] one = {run.value(), names.id(target.asset()), target.ordinal()};
        Attempts failed = attempts(session, ATTEMPTS_OF_ONE, one);
        Optional<StepRecord> made = session.first(MADE + ONE, row -> read(session, run, row, failed), one);
        return made.isPresent() ? made : session.first(OTHER + ONE, row -> read(session, run, row, failed), one);
    }

    /// Those that failed before others decided.
    private interface Attempts {
        List<FailedAttempt> of(AssetPartition target);
    }

    private Attempts attempts(Session session, String sql, Object... parameters) throws SQLException {
        Map<AssetPartition, List<FailedAttempt>> failed = new HashMap<>();
        session.query(
                sql,
                row -> failed.computeIfAbsent(
                                new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2)),
                                _ -> new ArrayList<>())
                        .add(new FailedAttempt(
                                row.getInt(3),
                                Micros.instant(row.getLong(4)),
                                Micros.duration(row.getLong(5)),
                                row.getString(6))),
                parameters);
        return target -> failed.getOrDefault(target, List.of());
    }

    // Groups of one run mostly follow each other, and then are one range.
    private static List<Range> recordedBy(Session session, RunId run) throws SQLException {
        List<Range> ranges = new ArrayList<>();
        for (Range group : session.query(
                "SELECT first_recorded, results FROM commit_group WHERE run = ? ORDER BY first_recorded",
                row -> new Range(row.getLong(1), row.getLong(1) + row.getInt(2) - 1),
                run.value())) {
            Range before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && before.last() + 1 == group.first()) {
                ranges.set(ranges.size() - 1, new Range(before.first(), group.last()));
            } else {
                ranges.add(group);
            }
        }
        return ranges;
    }

    private StepRecord read(Session session, RunId run, ResultSet row, Attempts failed) throws SQLException {
        return row(session, row).record(run, failed);
    }

    private ResultRow row(Session session, ResultSet row) throws SQLException {
        UUID version = row.getObject(6, UUID.class);
        String cause = row.getString(11);
        return new ResultRow(
                new AssetPartition(names.asset(session, row.getInt(2)), row.getInt(3)),
                StepState.valueOf(row.getString(4)),
                row.getInt(5),
                version == null ? null : new VersionId(version),
                Micros.instant(row.getLong(7)),
                Micros.duration(row.getLong(8)),
                row.getString(9),
                row.getString(10),
                cause == null ? null : SkipCause.valueOf(cause),
                Micros.duration(row.getLong(12)));
    }

    /// A row of one of the two tables, without the attempts before it.
    private record ResultRow(
            AssetPartition target,
            StepState state,
            int attempt,
            @Nullable VersionId version,
            Instant startedAt,
            Duration took,
            String reason,
            @Nullable String detail,
            @Nullable SkipCause cause,
            Duration startUp) {

        StepRecord record(RunId run, Attempts failed) {
            Timing timing = new Timing(startedAt, took, startUp, failed.of(target));
            return new StepRecord(run, target, state, attempt, version, timing, reason, detail, cause);
        }
    }
}
