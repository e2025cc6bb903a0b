package dev.weir.metadata;

import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.version.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a claim or a commit finds when it has locked the run and then the store, always in this order: whether the run is
/// still the caller's, and where the sequences stand.
///
/// @param committed the first sequence number of the group, if it was committed before
record Guard(boolean held, Numbers numbers, @Nullable Long committed) {

    static final String LOCK_STORE = "SELECT sequence FROM store WHERE id = 1 FOR UPDATE";

    /// Locks the rows of the run and the store.
    static Guard lock(Session session, RunLease lease, UUID group, int environment) throws SQLException {
        Optional<Guard> guard = session.first(
                """
                SELECT r.owner, r.status, r.environment, r.lease_until - %s, s.sequence, s.recorded,
                       (SELECT g.first_sequence FROM commit_group g WHERE g.id = ?), %s
                FROM run r CROSS JOIN store s WHERE r.id = ? FOR UPDATE"""
                        .formatted(session.dialect().clock(), session.dialect().byKey()),
                row -> read(row, lease, environment),
                group,
                lease.run().value());
        return guard.isPresent() ? guard.get() : new Guard(false, Numbers.NONE, committed(session, group));
    }

    /// Locks the same rows.
    ///
    /// @return whether the run is queued, and was heard of in time
    static boolean lockQueued(Session session, RunId run) throws SQLException {
        return session.first(
                        "SELECT r.lease_until - %s, %s FROM run r CROSS JOIN store s WHERE r.id = ? AND r.status = 'QUEUED' FOR UPDATE"
                                .formatted(session.dialect().clock(), session.dialect().byKey()),
                        row -> row.getLong(1) > 0,
                        run.value())
                .orElse(false);
    }

    static @Nullable Long committed(Session session, UUID group) throws SQLException {
        return session.first("SELECT first_sequence FROM commit_group WHERE id = ?", row -> row.getLong(1), group)
                .orElse(null);
    }

    private static Guard read(ResultSet row, RunLease lease, int environment) throws SQLException {
        boolean held = row.getString(1).equals(lease.owner())
                && row.getString(2).equals("RUNNING")
                && row.getInt(3) == environment
                && row.getLong(4) > 0;
        Numbers numbers = new Numbers(row.getLong(5), row.getLong(6));
        long committed = row.getLong(7);
        return new Guard(held, numbers, row.wasNull() ? null : committed);
    }
}
