package dev.weir.metadata;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.backup.DatabaseRows;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.doctor.Inventory;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// The memory of one project: H2 in a folder, which belongs to one process, or a schema in PostgreSQL, which any number
/// may share. Threads may share it; interrupting one does not interrupt what it asked the database for.
public final class Database implements AutoCloseable {

    private final Sessions sessions;
    private final Location location;
    private final String name;
    private final Names names;
    private final CommitStore commits;
    private final CollectionStore collections;
    private final HistoryStore history;
    private final AdoptionStore adoptions;
    private final VersionStore versions;
    private final RunStore runs;
    private final Optional<PoolStore> sharedPools;
    private final KeyNumbers keyNumbers;
    private final AssetNames assetNames;

    Database(Location location) {
        this.sessions = new Sessions(
                location.dialect().sharing(),
                () -> new Session(location.connect(), location.dialect()),
                new Failures(location.name(), location::isReadOnly));
        this.location = location;
        this.name = location.name();
        this.names = new Names(sessions);
        this.commits = new JdbcCommitStore(sessions, names);
        this.collections = new JdbcCollectionStore(sessions, names, location.dialect());
        this.history = new JdbcHistoryStore(sessions, names, location.dialect());
        this.adoptions = new JdbcAdoptionStore(sessions, names);
        this.versions = new JdbcVersionStore(sessions, names);
        this.runs = new JdbcRunStore(sessions, names, location.dialect());
        this.sharedPools = switch (location.dialect().sharing()) {
            case ONE_PROCESS -> Optional.empty();
            case MANY_PROCESSES -> Optional.of(new JdbcPoolStore(sessions));
        };
        this.keyNumbers = new JdbcKeyNumbers(names);
        this.assetNames = new JdbcAssetNames(sessions, names);
    }

    /// Opens the H2 database in a folder; makes both if they are not there, and brings an older schema up to date after
    /// copying it.
    ///
    /// @throws WeirException if another process has it open, it belongs to another project, or a newer Weir made it
    public static Database open(Path folder, String project) {
        return open(folder, project, Migrations.ALL);
    }

    static Database open(Path folder, String project, Migrations migrations) {
        Location.Folder location = new Location.Folder(folder);
        try {
            location.makeFolder();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make the folder " + folder, failure);
        }
        return open(location, project, migrations);
    }

    static Database open(Location.Folder location, String project, Migrations migrations) {
        return prepared(new Database(location), database -> database.prepare(location, project, migrations));
    }

    /// Opens a schema in PostgreSQL that [#migrate] has prepared.
    ///
    /// @param url `jdbc:postgresql://host/database?user=…&password=…`, with `&currentSchema=…` where several projects share
    ///     the database
    /// @throws WeirException if it does not answer, is not prepared, belongs to another project, or a newer Weir made it
    public static Database open(String url, String project) {
        return open(url, project, Migrations.ALL);
    }

    static Database open(String url, String project, Migrations migrations) {
        Location.Server location = server(url);
        return prepared(new Database(location), database -> database.check(location, project, migrations));
    }

    /// How far a schema came.
    ///
    /// @param database how people call it
    /// @param from the number of the schema it had; 0 if none
    /// @param to the number of the schema it has
    public record Migration(String database, int from, int to) {}

    /// Makes the schema in PostgreSQL, or brings an older one up to date.
    ///
    /// @throws WeirException if it does not answer, or a newer Weir made the schema
    public static Migration migrate(String url) {
        return migrate(url, Migrations.ALL);
    }

    static Migration migrate(String url, Migrations migrations) {
        Location.Server location = server(url);
        int from;
        try (Database database = new Database(location)) {
            Optional<Migrations.Store> store = database.sessions.read(Migrations::store);
            store.ifPresent(known -> migrations.requireKnown(known, location.name()));
            from = store.map(Migrations.Store::format).orElse(0);
        }
        FlywayMigration.run(location, migrations);
        return new Migration(location.name(), from, migrations.newest());
    }

    public CommitStore commits() {
        return commits;
    }

    public VersionStore versions() {
        return versions;
    }

    /// What was given up.
    public CollectionStore collections() {
        return collections;
    }

    /// What is over.
    public HistoryStore history() {
        return history;
    }

    /// What was accepted.
    public AdoptionStore adoptions() {
        return adoptions;
    }

    public RunStore runs() {
        return runs;
    }

    /// Who is in which pool, where other processes may be at work too; empty where the process that asks is alone.
    public Optional<PoolStore> sharedPools() {
        return sharedPools;
    }

    public AssetNames names() {
        return assetNames;
    }

    public KeyNumbers keyNumbers() {
        return keyNumbers;
    }

    /// Everything it knows, for backups.
    public DatabaseRows rows() {
        return new TableCopy(sessions);
    }

    /// Makes what is remembered anew out of a warehouse, after the database was lost. Of runs nothing is known then.
    ///
    /// @param declared what the project declares today
    /// @throws WeirException if it knows of versions, a run is under way, or a manifest is damaged
    public Rebuilt rebuild(Warehouse warehouse, Declared declared) {
        return new Rebuilding(sessions, names, name, warehouse, declared).rebuild();
    }

    /// All that it holds, in parts.
    public Inventory inventory() {
        return new JdbcInventory(sessions, names);
    }

    /// Makes the file of an embedded database smaller, if it is not small and no run is under way; others wait meanwhile. A server
    /// does that by itself.
    public Optional<Compacted> compact() {
        return switch (location) {
            case Location.Folder folder -> compact(folder);
            case Location.Server _ -> Optional.empty();
        };
    }

    private Optional<Compacted> compact(Location.Folder folder) {
        // H2 makes it smaller too as it is closed, if it comes to it.
        long before = folder.size();
        Compaction compaction = new Compaction(folder.path(), folder.file());
        return sessions.withoutAny(
                session -> {
                    compaction.removeUnfinished();
                    return folder.isLarge()
                            && session.first(
                                            "SELECT 1 FROM run WHERE status IN ('QUEUED', 'RUNNING') FETCH FIRST 1 ROW ONLY",
                                            row -> true)
                                    .isEmpty();
                },
                () -> {
                    compaction.run();
                    long after = folder.size();
                    return after < before ? Optional.of(new Compacted(before, after)) : Optional.empty();
                });
    }

    /// How people call it; without a password.
    public String name() {
        return name;
    }

    /// Waits for what is under way, then closes all connections.
    @Override
    public void close() {
        sessions.close();
    }

    Sessions sessions() {
        return sessions;
    }

    private void prepare(Location.Folder location, String project, Migrations migrations) {
        Optional<Migrations.Store> store = sessions.read(Migrations::store);
        if (store.isEmpty()) {
            sessions.read(session -> {
                new FreshSchema(migrations).create(session);
                location.isMade();
                return true;
            });
        } else if (store.get().format() < migrations.newest()) {
            requireOwn(store.get(), location, project);
            sessions.read(session -> copy(session, location, store.get().format()));
            FlywayMigration.run(location, migrations);
            // H2 evaluates the checks of an altered table in the session that altered it, which has ended: "Check constraint
            // invalid". Opened anew it takes them from the file.
            sessions.discardIdle();
        }
        check(location, project, migrations);
    }

    private static boolean copy(Session session, Location.Folder location, int format) throws SQLException {
        Path copy = location.path().resolve("weir-before-schema-%d.zip".formatted(format + 1));
        session.update("BACKUP TO '%s'".formatted(copy.toAbsolutePath().toString().replace("'", "''")));
        return true;
    }

    private void check(Location location, String project, Migrations migrations) {
        Migrations.Store store = sessions.read(Migrations::store)
                .orElseThrow(() -> outdated("has no schema of Weir's yet", location));
        migrations.requireKnown(store, location.name());
        if (store.format() < migrations.newest()) {
            throw outdated("has schema %d and this Weir needs %d".formatted(store.format(), migrations.newest()), location);
        }
        if (store.project().isEmpty()) {
            sessions.transaction(
                    Durability.PROMISED,
                    session -> session.update("UPDATE store SET project = ? WHERE id = 1 AND project = ''", project));
            sessions.read(Migrations::store).ifPresent(named -> requireOwn(named, location, project));
        } else {
            requireOwn(store, location, project);
        }
    }

    private static void requireOwn(Migrations.Store store, Location location, String project) {
        if (!store.project().equals(project)) {
            String wayOut = location instanceof Location.Folder
                    ? "open project %s, or name another folder for the state".formatted(store.project())
                    : "open project %s, or name another schema as currentSchema in the URL".formatted(store.project());
            throw new WeirException(
                    ProblemCode.FOREIGN_PROJECT,
                    "Database %s belongs to project %s, not to %s: %s"
                            .formatted(location.name(), store.project(), project, wayOut));
        }
    }

    private static WeirException outdated(String fact, Location location) {
        return new WeirException(
                ProblemCode.OLDER_SCHEMA, "Database %s %s: run 'weir db migrate'".formatted(location.name(), fact));
    }

    private static Location.Server server(String url) {
        DatabaseUrl named = new DatabaseUrl(url);
        if (url.startsWith(Location.Server.PREFIX) && !named.hasUserBeforeHost()) {
            try {
                return Location.Server.of(url);
            } catch (IllegalArgumentException malformed) {
                // The driver's words have the password in them.
            }
        }
        throw new WeirException(
                ProblemCode.USAGE,
                "'%s' is no database Weir can use: write jdbc:postgresql://host/database?user=…&password=…"
                        .formatted(named));
    }

    private interface Preparation {
        void of(Database database);
    }

    private static Database prepared(Database database, Preparation preparation) {
        try {
            preparation.of(database);
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }
}
