package dev.weir.metadata;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.version.RunId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Slots of pools in a database. Who enters or leaves locks the pool first, so that of two who want the last slot one gets it,
/// and who asks again finds what became of a transaction whose answer was lost.
final class JdbcPoolStore implements PoolStore {

    private static final String LIVES = "r.status = 'RUNNING' AND r.lease_until > ";

    private final Sessions sessions;

    JdbcPoolStore(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean enter(Slot slot, int limit) {
        return sessions.again(Durability.USUAL, session -> {
            lock(session, slot.pool());
            List<Slot> inside = inside(session, slot.pool());
            return inside.contains(slot) || (inside.size() < limit && insert(session, slot));
        });
    }

    @Override
    public void leave(Slot slot) {
        int _ = sessions.again(Durability.USUAL, session -> {
            lock(session, slot.pool());
            return session.update(
                    "DELETE FROM pool_slot WHERE pool = ? AND run = ? AND step = ?",
                    slot.pool().text(),
                    slot.run().value(),
                    slot.step());
        });
    }

    @Override
    public List<Slot> taken() {
        return sessions.read(session -> session.query(
                "SELECT s.pool, s.run, s.step FROM pool_slot s JOIN run r ON r.id = s.run WHERE " + LIVES
                        + session.dialect().clock(),
                row -> new Slot(new PoolName(row.getString(1)), new RunId(row.getObject(2, UUID.class)), row.getInt(3))));
    }

    private static void lock(Session session, PoolName pool) throws SQLException {
        if (isLocked(session, pool)) {
            return;
        }
        // One process adds it, and the others find it then.
        session.first(Guard.LOCK_STORE, row -> row.getLong(1));
        if (!isLocked(session, pool)) {
            session.update("INSERT INTO pool (name) VALUES (?)", pool.text());
        }
    }

    private static boolean isLocked(Session session, PoolName pool) throws SQLException {
        return session.first("SELECT name FROM pool WHERE name = ? FOR UPDATE", row -> true, pool.text())
                .isPresent();
    }

    /// Those that count; the rows of others are removed.
    private static List<Slot> inside(Session session, PoolName pool) throws SQLException {
        List<UUID> dead = new ArrayList<>();
        List<Slot> living = session.query(
                "SELECT s.run, s.step, r.id FROM pool_slot s LEFT JOIN run r ON r.id = s.run AND " + LIVES
                        + session.dialect().clock() + " WHERE s.pool = ?",
                row -> {
                    UUID run = row.getObject(1, UUID.class);
                    if (row.getObject(3, UUID.class) == null) {
                        dead.add(run);
                        return null;
                    }
                    return new Slot(pool, new RunId(run), row.getInt(2));
                },
                pool.text());
        if (!dead.isEmpty()) {
            session.update(
                    "DELETE FROM pool_slot WHERE pool = ? AND run = ANY (CAST(? AS UUID ARRAY))",
                    pool.text(),
                    dead.toArray(UUID[]::new));
        }
        return living;
    }

    private static boolean insert(Session session, Slot slot) throws SQLException {
        return session.update(
                        "INSERT INTO pool_slot (pool, run, step) SELECT CAST(? AS VARCHAR), r.id, CAST(? AS INTEGER) FROM run r"
                                + " WHERE r.id = ? AND " + LIVES + session.dialect().clock(),
                        slot.pool().text(),
                        slot.step(),
                        slot.run().value())
                == 1;
    }
}
