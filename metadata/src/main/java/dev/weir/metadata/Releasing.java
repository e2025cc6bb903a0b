package dev.weir.metadata;

import dev.weir.partitions.PartitionSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One release of what is held of an asset, begun again until the database says that it happened.
///
/// The holds are gone when it has happened, so that only who has read them before the commit knows which they were. Each try
/// has the lock of the store: if one finds the changeset, the try before it was the one.
final class Releasing {

    private final UUID id;
    private final int environment;
    private final int asset;
    private final Optional<PartitionSet> partitions;
    private final Instant at;
    private PartitionSet released = PartitionSet.of();

    /// @param partitions empty for all of them
    Releasing(UUID id, int environment, int asset, Optional<PartitionSet> partitions, Instant at) {
        this.id = id;
        this.environment = environment;
        this.asset = asset;
        this.partitions = partitions;
        this.at = at;
    }

    /// In a transaction.
    PartitionSet in(Session session) throws SQLException {
        session.first(Guard.LOCK_STORE, row -> row.getLong(1));
        boolean happened = session.first("SELECT 1 FROM changeset WHERE id = ?", row -> true, id).isPresent();
        if (!happened) {
            release(session);
        }
        return released;
    }

    private void release(Session session) throws SQLException {
        List<Integer> ordinals = new ArrayList<>();
        List<Long> places = session.query(
                HoldRows.SELECT,
                row -> {
                    int ordinal = row.getInt(HoldRows.ORDINAL);
                    boolean asked = partitions.isEmpty() || partitions.get().contains(ordinal);
                    return asked && ordinals.add(ordinal) ? row.getLong(HoldRows.PLACE) : null;
                },
                Place.first(environment, asset),
                Place.last(environment, asset));
        if (!places.isEmpty()) {
            session.update(
                    "DELETE FROM hold WHERE place IN (" + MoveRows.ALL_PLACES + ")", (Object) places.toArray(Long[]::new));
            // Takes a number of the commits, so that whoever follows them sees it.
            session.update("UPDATE store SET sequence = sequence + 1 WHERE id = 1");
            session.update(
                    "INSERT INTO changeset (id, environment, kind, created_at) VALUES (?, ?, 'RELEASE', ?)",
                    id, environment, Micros.of(at));
        }
        released = PartitionSet.of(ordinals.stream().mapToInt(Integer::intValue));
    }
}
