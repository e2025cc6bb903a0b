package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The small numbers that stand for assets, environments and table schemas in the tables. A number once given stays;
/// it is remembered here only after its row was committed. Threads may share it.
final class Names {

    private final Numbered<AssetKey> assets = new Numbered<>(
            "SELECT id, asset_key FROM asset WHERE id > ?", row -> AssetKey.parse(row.getString(2)));
    private final Numbered<EnvironmentName> environments = new Numbered<>(
            "SELECT id, name FROM environment WHERE id > ?", row -> new EnvironmentName(row.getString(2)));
    private final Numbered<Schema> schemas = new Numbered<>(
            "SELECT id, columns FROM table_schema WHERE id > ?", row -> SchemaJson.read(row.getString(2)));
    private final Numbered<PartitionKey> partitions = new Numbered<>(
            "SELECT id, key_value FROM partition_key WHERE id > ?", row -> new PartitionKey(row.getString(2)));

    private final Sessions sessions;

    Names(Sessions sessions) {
        this.sessions = sessions;
    }

    /// Gives a number to each asset that has none. In a transaction of its own, before the one that needs them.
    void know(Collection<AssetKey> keys) {
        add(assets, keys, """
                INSERT INTO asset (id, asset_key)
                SELECT t.id, t.name FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (id, name)""",
                unknown -> new Object[] {texts(unknown, AssetKey::toString)});
    }

    void know(EnvironmentName environment) {
        add(environments, List.of(environment), """
                INSERT INTO environment (id, name)
                SELECT t.id, t.name FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (id, name)""",
                unknown -> new Object[] {texts(unknown, EnvironmentName::value)});
    }

    void knowSchemas(Collection<Schema> wanted) {
        add(schemas, wanted, """
                INSERT INTO table_schema (id, digest, columns)
                SELECT t.id, t.digest, t.columns
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS VARCHAR ARRAY))
                    AS t (id, digest, columns)""", unknown -> {
            String[] columns = texts(unknown, SchemaJson::write);
            byte[][] digests = Arrays.stream(columns)
                    .map(text -> new Hasher().add(text).finish().toBytes())
                    .toArray(byte[][]::new);
            return new Object[] {digests, columns};
        });
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    /// Gives a number to each key of a partition that has none.
    void knowPartitions(Collection<PartitionKey> keys) {
        // Most often another process has given them all, and nothing has to be locked.
        int _ = sessions.read(partitions::load);
        add(partitions, keys, """
                INSERT INTO partition_key (id, key_value)
                SELECT t.id, t.name FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (id, name)""",
                unknown -> new Object[] {texts(unknown, PartitionKey::value)});
    }

    /// Forgets the numbers of partitions and reads them again, after they were made anew.
    void readPartitionsAnew() {
        partitions.forget();
        int _ = sessions.read(partitions::load);
    }

    Map<PartitionKey, Integer> partitionNumbers() {
        return Map.copyOf(partitions.ids);
    }

    /// What is known of the first former key that is known is the new one's from now on, in this process.
    void readAs(AssetKey asset, List<AssetKey> former) {
        int _ = sessions.read(assets::load);
        if (!assets.ids.containsKey(asset)) {
            former.stream().filter(assets.ids::containsKey).findFirst().ifPresent(old -> assets.call(old, asset));
        }
    }

    /// The same, for ever and everybody. Takes a number of the commits, so that views follow.
    Optional<AssetKey> rename(AssetKey asset, List<AssetKey> former) {
        Optional<AssetKey> renamed = sessions.again(Durability.PROMISED, new Renaming(asset, former)::in);
        renamed.ifPresent(old -> {
            int _ = sessions.read(assets::load);
            if (assets.ids.containsKey(old)) {
                assets.call(old, asset);
            }
        });
        return renamed;
    }

    int id(AssetKey asset) {
        return assets.id(asset);
    }

    int id(EnvironmentName environment) {
        return environments.id(environment);
    }

    int id(Schema schema) {
        return schemas.id(schema);
    }

    AssetKey asset(Session session, int id) throws SQLException {
        return assets.value(session, id);
    }

    EnvironmentName environment(Session session, int id) throws SQLException {
        return environments.value(session, id);
    }

    Schema schema(Session session, int id) throws SQLException {
        return schemas.value(session, id);
    }

    /// Whether the database has the asset; looks again where another process may have added it.
    boolean knows(Session session, AssetKey asset) throws SQLException {
        return assets.knows(session, asset);
    }

    /// The numbers of those assets that the database has.
    Integer[] known(Session session, Collection<AssetKey> keys) throws SQLException {
        if (!assets.unknown(keys).isEmpty()) {
            assets.load(session);
        }
        return keys.stream().distinct().map(assets.ids::get).filter(Objects::nonNull).toArray(Integer[]::new);
    }

    /// Its number, if it has one that was loaded.
    Optional<Integer> idOf(AssetKey asset) {
        return Optional.ofNullable(assets.ids.get(asset));
    }

    boolean knows(Session session, EnvironmentName environment) throws SQLException {
        return environments.knows(session, environment);
    }

    // Locks the store's row, so that two processes do not add the same name, or give the same number, at once.
    private <T> void add(Numbered<T> numbered, Collection<T> wanted, String insert, Function<Set<T>, Object[]> columns) {
        if (numbered.unknown(wanted).isEmpty()) {
            return;
        }
        Sessions.Work<Integer> adding = session -> {
            session.first(Guard.LOCK_STORE, row -> row.getLong(1));
            numbered.load(session);
            Set<T> unknown = numbered.unknown(wanted);
            return unknown.isEmpty()
                    ? 0
                    : session.update(insert, parameters(numbered.next(unknown.size()), columns.apply(unknown)));
        };
        // Again it finds what is there.
        int _ = sessions.transaction(Durability.USUAL, adding, adding);
        int _ = sessions.read(numbered::load);
    }

    private static Object[] parameters(Integer[] numbers, Object[] columns) {
        Object[] parameters = new Object[columns.length + 1];
        parameters[0] = numbers;
        System.arraycopy(columns, 0, parameters, 1, columns.length);
        return parameters;
    }

    /// Values of one kind and their numbers.
    private static final class Numbered<T> {

        final Map<T, Integer> ids = new ConcurrentHashMap<>();
        final Map<Integer, T> values = new ConcurrentHashMap<>();
        private final String select;
        private final Session.Row<T> reader;
        private volatile int highest;

        Numbered(String select, Session.Row<T> reader) {
            this.select = select;
            this.reader = reader;
        }

        Set<T> unknown(Collection<T> wanted) {
            Set<T> unknown = Set.of();
            for (T value : wanted) {
                if (!ids.containsKey(value)) {
                    unknown = unknown.isEmpty() ? new LinkedHashSet<>() : unknown;
                    unknown.add(value);
                }
            }
            return unknown;
        }

        int id(T value) {
            return Objects.requireNonNull(ids.get(value), () -> value + " has no number");
        }

        T value(Session session, int id) throws SQLException {
            if (!values.containsKey(id)) {
                load(session);
            }
            return Objects.requireNonNull(values.get(id), () -> "Nothing has the number " + id);
        }

        boolean knows(Session session, T value) throws SQLException {
            if (!ids.containsKey(value)) {
                load(session);
            }
            return ids.containsKey(value);
        }

        /// Gives the number of one value to another.
        synchronized void call(T old, T other) {
            int id = Objects.requireNonNull(ids.remove(old));
            ids.put(other, id);
            values.put(id, other);
        }

        synchronized void forget() {
            ids.clear();
            values.clear();
            highest = 0;
        }

        // Those after the highest, of which there is none that is not loaded while the store's row is locked.
        synchronized Integer[] next(int count) {
            Integer[] numbers = new Integer[count];
            Arrays.setAll(numbers, each -> highest + 1 + each);
            return numbers;
        }

        // Rows are committed in the order of their numbers, because adding locks the store's row. Nothing is locked here while
        // the database is asked: whoever waits for a connection would keep out who has the store's row and a connection.
        int load(Session session) throws SQLException {
            List<Map.Entry<Integer, T>> rows = session.query(select, this::entry, highest);
            remember(rows);
            return rows.size();
        }

        private Map.@Nullable Entry<Integer, T> entry(ResultSet row) throws SQLException {
            T value = reader.read(row);
            return value == null ? null : Map.entry(row.getInt(1), value);
        }

        private synchronized void remember(List<Map.Entry<Integer, T>> rows) {
            for (Map.Entry<Integer, T> row : rows) {
                values.put(row.getKey(), row.getValue());
                ids.putIfAbsent(row.getValue(), row.getKey());
                highest = Math.max(highest, row.getKey());
            }
        }
    }
}
