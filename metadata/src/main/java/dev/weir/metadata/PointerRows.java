package dev.weir.metadata;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The moves of pointers in a group.
final class PointerRows extends Columns {

    private final Names names;
    private final long sequence;
    private final Version[] versions;
    private final Integer[] assets;
    private final Integer[] ordinals;
    private final Long[] epochs;
    private final Long[] numbers;
    private final Long[] sequences;
    private final UUID[] published;
    private final UUID[] rejected;
    private int publications;

    /// @param sequence the newest publication so far
    PointerRows(int capacity, long sequence, Names names) {
        this.names = names;
        this.sequence = sequence;
        this.versions = new Version[capacity];
        this.assets = new Integer[capacity];
        this.ordinals = new Integer[capacity];
        this.epochs = new Long[capacity];
        this.numbers = new Long[capacity];
        this.sequences = new Long[capacity];
        this.published = new UUID[capacity];
        this.rejected = new UUID[capacity];
    }

    int size() {
        return size;
    }

    int publications() {
        return publications;
    }

    /// Gives the publication its sequence number.
    long publish(Version version) {
        publications++;
        long next = sequence + publications;
        sequences[size] = next;
        published[size] = version.id().value();
        add(version);
        return next;
    }

    void reject(Version version) {
        rejected[size] = version.id().value();
        add(version);
    }

    private void add(Version version) {
        versions[size] = version;
        assets[size] = names.id(version.target().asset());
        ordinals[size] = version.target().ordinal();
        epochs[size] = version.origin().epoch();
        numbers[size] = version.number();
        size++;
    }

    /// A publication clears a standing rejection, a rejection leaves what is current.
    Statement move(int environment, UUID run) {
        return Statement.of(
                """
                MERGE INTO partition_state p
                USING UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY),
                             CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY), CAST(? AS UUID ARRAY))
                      AS t (asset, ordinal, epoch, number, sequence, published, rejected)
                ON p.environment = ? AND p.asset = t.asset AND p.ordinal = t.ordinal
                WHEN MATCHED AND p.epoch = t.epoch AND p.claimed_by = ? THEN UPDATE SET
                    last_number = t.number,
                    sequence = COALESCE(t.sequence, p.sequence),
                    current_version = COALESCE(t.published, p.current_version),
                    rejected_version = t.rejected""",
                cut(assets), cut(ordinals), cut(epochs), cut(numbers), cut(sequences), cut(published), cut(rejected),
                environment, run);
    }

    /// The partitions that are not under the claims the versions were made under.
    Set<AssetPartition> fenced(Session session, int environment, UUID run) throws SQLException {
        Set<Integer> free = new HashSet<>(List.of(places()));
        session.query(
                """
                SELECT t.place, p.epoch, p.claimed_by
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY))
                     AS t (place, asset, ordinal)
                LEFT JOIN partition_state p ON p.environment = ? AND p.asset = t.asset AND p.ordinal = t.ordinal""",
                row -> {
                    int place = row.getInt(1);
                    boolean held = epochs[place] == row.getLong(2) && run.equals(row.getObject(3, UUID.class));
                    return held && free.remove(place);
                },
                places(), cut(assets), cut(ordinals), environment);
        Set<AssetPartition> fenced = new HashSet<>();
        free.forEach(place -> fenced.add(versions[place].target()));
        return fenced;
    }

    private Integer[] places() {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, place -> place);
        return places;
    }
}
