package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.history.Looked;
import dev.weir.materializer.history.Looked.Standing;
import dev.weir.materializer.history.Trace;
import dev.weir.materializer.history.Unneeded;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is over, in a database. Nothing it removes is ever written again, so that it locks no more than the rows it removes: runs,
/// claims and commits go on beside it.
final class JdbcHistoryStore implements HistoryStore {

    private static final int RUNS_AT_ONCE = 500;
    private static final int NOTICES_AT_ONCE = 5_000;

    private static final String COLLECTED_FROM =
            """
            SELECT DISTINCT v.asset FROM collected c LEFT JOIN version v ON v.id = c.version
            WHERE c.removed_at IS NOT NULL AND v.id IS NOT NULL""";

    private static final String LOOK =
            """
            SELECT v.id, v.ordinal, v.recorded, v.state, v.sequence, v.created_at, c.removed_at, r.status, r.finished_at
            FROM version v
            LEFT JOIN collected c ON v.state = 'CONDEMNED' AND c.version = v.id
            LEFT JOIN run r ON v.state = 'CONDEMNED' AND r.id = v.run
            WHERE v.asset = ? ORDER BY v.ordinal, v.number DESC""";

    /// The place of a step's partition.
    private static final String PLACE = "r.environment * %d + CAST(s.asset AS BIGINT) * %d + s.ordinal + %d"
            .formatted(Place.of(1, 0, 0) - Place.of(0, 0, 0), Place.of(0, 1, 0) - Place.of(0, 0, 0), Place.of(0, 0, 0));

    private static final String UNNEEDED_RUNS =
            """
            SELECT r.id FROM run r
            WHERE r.id > ? AND r.status IN ('SUCCEEDED', 'FAILED', 'CANCELED') AND r.finished_at < ?
              AND NOT EXISTS (SELECT 1 FROM commit_group g
                  LEFT JOIN version v ON v.recorded BETWEEN g.first_recorded AND g.first_recorded + g.results - 1
                  WHERE g.run = r.id AND v.state <> 'CONDEMNED')
              AND NOT EXISTS (SELECT 1 FROM step s LEFT JOIN partition_state p ON p.place = %1$s
                  WHERE s.run = r.id AND p.claimed_by = s.run)
              AND NOT EXISTS (SELECT 1 FROM step s LEFT JOIN standing_skip k ON k.place = %1$s
                  WHERE s.run = r.id AND k.recorded = s.recorded)
            ORDER BY r.id FETCH FIRST %2$d ROWS ONLY"""
                    .formatted(PLACE, RUNS_AT_ONCE);

    private static final String LEFT_OF =
            """
            SELECT g.run, v.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (run)
            LEFT JOIN commit_group g ON g.run = t.run
            LEFT JOIN version v ON v.recorded BETWEEN g.first_recorded AND g.first_recorded + g.results - 1
            WHERE v.id IS NOT NULL""";

    /// H2 would ask a query anew for each row.
    private static final String IDS = " = ANY (CAST(? AS UUID ARRAY))";

    private final Sessions sessions;
    private final Names names;
    private final VersionReader reader;
    private final String clock;

    JdbcHistoryStore(Sessions sessions, Names names, Dialect dialect) {
        this.sessions = sessions;
        this.names = names;
        this.reader = new VersionReader(names);
        this.clock = dialect.clock();
    }

    @Override
    public List<AssetKey> collectedFrom() {
        return sessions.read(session -> session.query(COLLECTED_FROM, row -> names.asset(session, row.getInt(1)))).stream()
                .sorted()
                .toList();
    }

    @Override
    public List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore) {
        return sessions.read(session -> {
            Unneeded unneeded = new Unneeded(lookedBack, endedBefore);
            if (names.knows(session, asset)) {
                session.query(
                        LOOK,
                        row -> {
                            unneeded.look(looked(row));
                            return null;
                        },
                        names.id(asset));
            }
            return unneeded.found();
        });
    }

    private static Looked looked(ResultSet row) throws SQLException {
        boolean isCollected = row.getString(4).equals("CONDEMNED");
        boolean wasPublished = row.getObject(5) != null;
        Standing standing = wasPublished
                ? isCollected ? Standing.COLLECTED : Standing.PUBLISHED
                : isCollected ? Standing.REJECTED_AND_COLLECTED : Standing.REJECTED;
        return new Looked(
                new VersionId(row.getObject(1, UUID.class)),
                row.getInt(2),
                row.getLong(3),
                standing,
                row.getObject(7) == null ? Optional.empty() : over(row.getString(8), row));
    }

    // Of a run that a rebuilt memory knows nothing of it is known when it made the version.
    private static Optional<Instant> over(@Nullable String status, ResultSet row) throws SQLException {
        if (status == null) {
            return Optional.of(Micros.instant(row.getLong(6)));
        }
        long finished = row.getLong(9);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(finished));
    }

    @Override
    public List<VersionId> unread(List<VersionId> newestFirst, Set<VersionId> asIfForgotten) {
        return sessions.read(session -> facts(session).unread(newestFirst, asIfForgotten));
    }

    private CollectionFacts facts(Session session) {
        return new CollectionFacts(session, reader, clock);
    }

    @Override
    public int forgetVersions(List<VersionId> newestFirst) {
        return counted(session -> {
            List<VersionId> unread = facts(session).unread(newestFirst, Set.of());
            return unread.isEmpty() ? 0 : new VersionRemoval(session, names, reader).remove(unread);
        });
    }

    @Override
    public List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten) {
        return sessions.read(session -> {
            UUID last = after.map(RunId::value).orElse(new UUID(0, 0));
            while (true) {
                List<UUID> page = session.query(
                        UNNEEDED_RUNS, row -> row.getObject(1, UUID.class), last, Micros.of(endedBefore));
                List<RunId> unneeded = without(session, page, asIfForgotten);
                if (page.isEmpty() || !unneeded.isEmpty()) {
                    return unneeded;
                }
                last = page.getLast();
            }
        });
    }

    private static List<RunId> without(Session session, List<UUID> runs, Set<VersionId> asIfForgotten) throws SQLException {
        Set<UUID> remembered = new HashSet<>(session.query(
                LEFT_OF,
                row -> asIfForgotten.contains(new VersionId(row.getObject(2, UUID.class))) ? null : row.getObject(1, UUID.class),
                (Object) runs.toArray(UUID[]::new)));
        return runs.stream().filter(run -> !remembered.contains(run)).map(RunId::new).toList();
    }

    @Override
    public int forgetRuns(List<RunId> runs) {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        return counted(session -> {
            session.update("DELETE FROM changeset WHERE kind = 'RUN' AND id" + IDS, (Object) ids);
            return session.update("DELETE FROM run WHERE finished_at IS NOT NULL AND id" + IDS, (Object) ids);
        });
    }

    @Override
    public void sweep() {
        new Sweep(sessions).run();
    }

    @Override
    public int notices(Instant before) {
        return sessions.read(session -> session.first(
                        "SELECT COUNT(*) FROM outbox WHERE created_at < ?", row -> row.getInt(1), Micros.of(before))
                .orElse(0));
    }

    @Override
    public int forgetNotices(Instant before) {
        int all = 0;
        while (true) {
            // H2 would ask a query inside the statement anew for each row.
            List<Long> ids = sessions.read(session -> session.query(
                    "SELECT id FROM outbox WHERE created_at < ? ORDER BY id FETCH FIRST %d ROWS ONLY".formatted(NOTICES_AT_ONCE),
                    row -> row.getLong(1),
                    Micros.of(before)));
            if (ids.isEmpty()) {
                return all;
            }
            all += counted(session -> session.update(
                    "DELETE FROM outbox WHERE id BETWEEN ? AND ? AND created_at < ?",
                    ids.getFirst(), ids.getLast(), Micros.of(before)));
        }
    }

    // What was removed may come back when the power fails: then it is removed again.
    private int counted(Sessions.Work<Integer> removal) {
        return sessions.again(Durability.USUAL, new Removal(removal)::in);
    }

    /// Rows that are removed all at once, begun again until the database says that it happened. Who finds none of them any more, after
    /// the answer of the try before was lost, tells how many that has removed.
    private static final class Removal {
        private final Sessions.Work<Integer> removal;
        private int removed;

        Removal(Sessions.Work<Integer> removal) {
            this.removal = removal;
        }

        int in(Session session) throws SQLException {
            int now = removal.with(session);
            removed = now > 0 ? now : removed;
            return removed;
        }
    }
}
