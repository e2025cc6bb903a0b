package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.version.EnvironmentName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Sessions sessions;

    Names(Sessions sessions) {
        this.sessions = sessions;
    }

    /// Gives a number to each asset that has none. In a transaction of its own, before the one that needs them.
    void know(Collection<AssetKey> keys) {
        Set<AssetKey> unknown = assets.unknown(keys);
        if (!unknown.isEmpty()) {
            String[] names = unknown.stream().map(AssetKey::toString).toArray(String[]::new);
            add(assets, """
                    INSERT INTO asset (asset_key)
                    SELECT t.name FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS t (name)
                    WHERE NOT EXISTS (SELECT 1 FROM asset a WHERE a.asset_key = t.name)""", (Object) names);
        }
    }

    void know(EnvironmentName environment) {
        if (!assetsOrLoad(environments, environment)) {
            add(environments, """
                    INSERT INTO environment (name)
                    SELECT t.name FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS t (name)
                    WHERE NOT EXISTS (SELECT 1 FROM environment e WHERE e.name = t.name)""", (Object) new String[] {
                environment.value()
            });
        }
    }

    void knowSchemas(Collection<Schema> wanted) {
        for (Schema schema : schemas.unknown(wanted)) {
            String columns = SchemaJson.write(schema);
            add(schemas, """
                    INSERT INTO table_schema (digest, columns)
                    SELECT t.digest, t.columns
                    FROM UNNEST(CAST(? AS BYTEA ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (digest, columns)
                    WHERE NOT EXISTS (SELECT 1 FROM table_schema s WHERE s.digest = t.digest)""", new byte[][] {
                new Hasher().add(columns).finish().toBytes()
            }, new String[] {columns});
        }
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

    boolean knows(Session session, EnvironmentName environment) throws SQLException {
        return environments.knows(session, environment);
    }

    private boolean assetsOrLoad(Numbered<EnvironmentName> numbered, EnvironmentName value) {
        return numbered.ids.containsKey(value) || sessions.read(session -> numbered.knows(session, value));
    }

    // Locks the store's row, so that two processes do not add the same name at once.
    private void add(Numbered<?> numbered, String insert, Object... columns) {
        sessions.transaction(Durability.USUAL, session -> {
            session.first(Guard.LOCK_STORE, row -> row.getLong(1));
            return session.update(insert, columns);
        });
        sessions.read(session -> numbered.load(session));
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

        // Rows are committed in the order of their numbers, because adding locks the store's row.
        synchronized int load(Session session) throws SQLException {
            return session.query(select, this::remember, highest).size();
        }

        private @Nullable T remember(ResultSet row) throws SQLException {
            int id = row.getInt(1);
            T value = reader.read(row);
            if (value != null) {
                values.put(id, value);
                ids.putIfAbsent(value, id);
            }
            highest = Math.max(highest, id);
            return value;
        }
    }
}
