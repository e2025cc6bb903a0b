package dev.weir.metadata;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Removes what was recorded with runs and versions that are forgotten, in parts, each a transaction of its own. Nobody finds it
/// any more, so that it does not matter how far this comes.
final class Sweep {

    private static final int GROUPS_AT_ONCE = 500;
    private static final int RESULTS_AT_ONCE = 5_000;
    private static final int INPUTS_AT_ONCE = 5_000;
    /// The store is locked while these are removed.
    private static final int SNAPSHOTS_AT_ONCE = 20;

    private static final String GROUPS =
            """
            SELECT g.first_recorded, g.results FROM commit_group g LEFT JOIN run r ON r.id = g.run
            WHERE g.first_recorded > ? AND r.id IS NULL AND NOT EXISTS (
                SELECT 1 FROM version v WHERE v.recorded BETWEEN g.first_recorded AND g.first_recorded + g.results - 1)
            ORDER BY g.first_recorded FETCH FIRST %d ROWS ONLY"""
                    .formatted(GROUPS_AT_ONCE);

    private static final String SNAPSHOTS =
            """
            SELECT d.digest FROM definition_snapshot d
            WHERE NOT EXISTS (SELECT 1 FROM run r WHERE r.definitions = d.digest) FETCH FIRST %d ROWS ONLY"""
                    .formatted(SNAPSHOTS_AT_ONCE);

    private static final String INPUTS =
            """
            SELECT input_version, reader_versions FROM version_input WHERE input_version > ?
            ORDER BY input_version FETCH FIRST %d ROWS WITH TIES"""
                    .formatted(INPUTS_AT_ONCE);

    private final Sessions sessions;

    Sweep(Sessions sessions) {
        this.sessions = sessions;
    }

    void run() {
        groups();
        snapshots();
        inputs();
    }

    private record Range(long first, long last) {}

    private void groups() {
        long after = 0;
        while (true) {
            long from = after;
            List<Range> groups = sessions.read(session -> session.query(
                    GROUPS, row -> new Range(row.getLong(1), row.getLong(1) + row.getInt(2) - 1), from));
            if (groups.isEmpty()) {
                return;
            }
            List<Range> some = new ArrayList<>();
            long results = 0;
            for (Range group : groups) {
                some.add(group);
                results += group.last - group.first + 1;
                if (results >= RESULTS_AT_ONCE || group.equals(groups.getLast())) {
                    List<Range> part = List.copyOf(some);
                    int _ = sessions.again(Durability.USUAL, session -> remove(session, part));
                    some.clear();
                    results = 0;
                }
            }
            after = groups.getLast().first;
        }
    }

    private static int remove(Session session, List<Range> groups) throws SQLException {
        for (Range group : joined(groups)) {
            List<Statement> statements = new ArrayList<>(session.query(
                    "SELECT run, asset, ordinal FROM step WHERE recorded BETWEEN ? AND ? AND attempt > 1",
                    row -> Statement.of(
                            "DELETE FROM attempt WHERE run = ? AND asset = ? AND ordinal = ?",
                            row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)),
                    group.first, group.last));
            for (String table : List.of("step", "step_start_up")) {
                statements.add(Statement.of(
                        "DELETE FROM " + table + " WHERE recorded BETWEEN ? AND ?", group.first, group.last));
            }
            statements.add(Statement.of(
                    "DELETE FROM commit_group WHERE first_recorded BETWEEN ? AND ?", group.first, group.last));
            session.updateAll(statements);
        }
        return groups.size();
    }

    /// Those that follow each other without a gap as one: there is nothing else between them.
    private static List<Range> joined(List<Range> groups) {
        List<Range> joined = new ArrayList<>();
        for (Range group : groups) {
            boolean follows = !joined.isEmpty() && joined.getLast().last + 1 == group.first;
            joined.add(follows ? new Range(joined.removeLast().first, group.last) : group);
        }
        return joined;
    }

    // Whoever records a run looks for its snapshot with the store locked.
    private void snapshots() {
        while (sessions.again(Durability.USUAL, session -> {
                    session.first(Guard.LOCK_STORE, row -> row.getLong(1));
                    List<String> digests = session.query(SNAPSHOTS, row -> row.getString(1));
                    for (String digest : digests) {
                        session.update("DELETE FROM definition_snapshot WHERE digest = ?", digest);
                    }
                    return digests.size();
                })
                > 0) {
            // Until none is left.
        }
    }

    private void inputs() {
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<Map.Entry<UUID, byte[]>> page = sessions.read(session -> session.query(
                    INPUTS, row -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)), from));
            if (page.isEmpty()) {
                return;
            }
            Set<UUID> there = sessions.read(session -> there(session, page));
            Set<UUID> read = new LinkedHashSet<>();
            for (Map.Entry<UUID, byte[]> input : page) {
                if (isDead(input.getValue(), there)) {
                    read.add(input.getKey());
                }
            }
            for (List<UUID> some : inParts(read)) {
                int _ = sessions.again(Durability.USUAL, session -> removeReaders(session, some));
            }
            after = page.getLast().getKey();
        }
    }

    private static List<List<UUID>> inParts(Set<UUID> all) {
        List<UUID> list = List.copyOf(all);
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += GROUPS_AT_ONCE) {
            parts.add(list.subList(from, Math.min(list.size(), from + GROUPS_AT_ONCE)));
        }
        return parts;
    }

    private static boolean isDead(byte[] readers, Set<UUID> there) {
        return InputRows.readers(readers).stream().noneMatch(there::contains);
    }

    private static Set<UUID> there(Session session, List<Map.Entry<UUID, byte[]>> inputs) throws SQLException {
        List<UUID> readers = inputs.stream()
                .flatMap(input -> InputRows.readers(input.getValue()).stream())
                .distinct()
                .toList();
        Set<UUID> there = new HashSet<>();
        for (List<UUID> part : Parts.of(readers)) {
            there.addAll(session.query(
                    """
                    SELECT v.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                    LEFT JOIN version v ON v.id = t.id WHERE v.id IS NOT NULL""",
                    row -> row.getObject(1, UUID.class),
                    (Object) part.toArray(UUID[]::new)));
        }
        return there;
    }

    // A row has no key. So all of a version are removed and those put back that somebody of today has written, while nobody commits.
    private static int removeReaders(Session session, List<UUID> read) throws SQLException {
        session.first(Guard.LOCK_STORE, row -> row.getLong(1));
        for (UUID version : read) {
            List<Map.Entry<UUID, byte[]>> rows = session.query(
                    "SELECT reader_versions FROM version_input WHERE input_version = ?",
                    row -> Map.entry(version, row.getBytes(1)),
                    version);
            Set<UUID> there = there(session, rows);
            byte[][] kept = rows.stream()
                    .map(Map.Entry::getValue)
                    .filter(readers -> !isDead(readers, there))
                    .toArray(byte[][]::new);
            session.update("DELETE FROM version_input WHERE input_version = ?", version);
            if (kept.length > 0) {
                session.update(
                        """
                        INSERT INTO version_input (input_version, reader_versions)
                        SELECT CAST(? AS UUID), t.readers FROM UNNEST(CAST(? AS BYTEA ARRAY)) AS t (readers)""",
                        version,
                        kept);
            }
        }
        return read.size();
    }
}
