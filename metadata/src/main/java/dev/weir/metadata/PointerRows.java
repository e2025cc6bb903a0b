package dev.weir.metadata;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The moves of pointers in a group.
final class PointerRows extends Columns {

    private final Names names;
    private final Version[] versions;
    private final int environment;
    private final Long[] places;
    private final Long[] epochs;
    private final Long[] numbers;
    private final Long[] sequences;
    private final UUID[] published;
    private final UUID[] rejected;
    private int publications;

    PointerRows(int capacity, int environment, Names names) {
        this.environment = environment;
        this.names = names;
        this.versions = new Version[capacity];
        this.places = new Long[capacity];
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

    /// Gives the publication its sequence number within the group, from 1.
    long publish(Version version) {
        long next = ++publications;
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
        places[size] = Place.of(
                environment, names.id(version.target().asset()), version.target().ordinal());
        epochs[size] = version.origin().epoch();
        numbers[size] = version.number();
        size++;
    }

    /// A publication clears a standing rejection, a rejection leaves what is current.
    Optional<Statement> move(UUID run) {
        return size == 0 ? Optional.empty() : Optional.of(Statement.of(
                """
                MERGE INTO partition_state p
                USING UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY),
                             CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY), CAST(? AS UUID ARRAY))
                      AS t (place, epoch, number, sequence, published, rejected)
                ON p.place = t.place
                WHEN MATCHED AND p.epoch = t.epoch AND p.claimed_by = ? THEN UPDATE SET
                    last_number = t.number,
                    sequence = COALESCE(t.sequence, p.sequence),
                    current_version = COALESCE(t.published, p.current_version),
                    rejected_version = t.rejected""",
                cut(places), cut(epochs), cut(numbers), Numbers.sequences(cut(sequences)), cut(published), cut(rejected), run));
    }

    /// The partitions that are not under the claims the versions were made under.
    Set<AssetPartition> fenced(Session session, UUID run) throws SQLException {
        Integer[] rows = rows();
        Set<Integer> free = new HashSet<>(List.of(rows));
        session.query(
                """
                SELECT t.id, p.epoch, p.claimed_by
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY)) AS t (id, place)
                LEFT JOIN partition_state p ON p.place = t.place""",
                row -> {
                    int id = row.getInt(1);
                    boolean held = epochs[id] == row.getLong(2) && run.equals(row.getObject(3, UUID.class));
                    return held && free.remove(id);
                },
                rows, cut(places));
        Set<AssetPartition> fenced = new HashSet<>();
        free.forEach(row -> fenced.add(versions[row].target()));
        return fenced;
    }

    private Integer[] rows() {
        Integer[] rows = new Integer[size];
        Arrays.setAll(rows, row -> row);
        return rows;
    }
}
