package dev.weir.metadata;

import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// How steps ended: of those that made a version, its row says so; the others have a row of their own.
final class StepReader {

    private static final String MADE =
            """
            SELECT recorded, asset, ordinal, CASE WHEN state = 'REJECTED' THEN 'REJECTED' ELSE 'SUCCEEDED' END, attempt, id,
                   started_at, took_us, reason, CAST(NULL AS VARCHAR)
            FROM version WHERE run = ?""";
    private static final String OTHER =
            """
            SELECT recorded, asset, ordinal, state, attempt, version, started_at, took_us, reason, detail
            FROM step WHERE run = ?""";
    private static final String ATTEMPTS =
            "SELECT asset, ordinal, attempt, started_at, took_us, problem FROM attempt WHERE run = ?";
    private static final String ONE = " AND asset = ? AND ordinal = ?";

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
                    MADE + " AND recorded BETWEEN ? AND ?",
                    row -> steps.put(row.getLong(1), read(session, run, row, failed)),
                    run.value(),
                    range.first(),
                    range.last());
        }
        session.query(OTHER, row -> steps.put(row.getLong(1), read(session, run, row, failed)), run.value());
        return List.copyOf(steps.values());
    }

    Optional<StepRecord> find(Session session, RunId run, AssetPartition target) throws SQLException {
        Object[] one = {run.value(), names.id(target.asset()), target.ordinal()};
        Attempts failed = attempts(session, ATTEMPTS + ONE + " ORDER BY attempt", one);
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
        UUID version = row.getObject(6, UUID.class);
        AssetPartition target = new AssetPartition(names.asset(session, row.getInt(2)), row.getInt(3));
        return new StepRecord(
                run,
                target,
                StepState.valueOf(row.getString(4)),
                row.getInt(5),
                version == null ? null : new VersionId(version),
                new Timing(Micros.instant(row.getLong(7)), Micros.duration(row.getLong(8)), failed.of(target)),
                row.getString(9),
                row.getString(10));
    }
}
