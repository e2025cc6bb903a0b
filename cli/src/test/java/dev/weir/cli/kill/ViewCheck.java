package dev.weir.cli.kill;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.metadata.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads a warehouse's view as other programs do: its lists with a reader of JSON (which is YAML), its SQL with DuckDB.
/// Says in sentences where it is not what was published as of the commit it names.
final class ViewCheck {

    private final VersionStore versions;
    private final Path warehouse;
    private final Path view;
    private final List<String> findings = new ArrayList<>();

    private ViewCheck(Database database, Path warehouse) {
        this.versions = database.versions();
        this.warehouse = warehouse;
        this.view = warehouse.resolve("view").resolve(EnvironmentName.MAIN.value());
    }

    /// It may be behind, as a process may have died before it could write it, but must be whole.
    static List<String> findingsOfAnyMoment(Database database, Path warehouse) throws IOException, SQLException {
        ViewCheck check = new ViewCheck(database, warehouse);
        if (Files.exists(check.catalog())) {
            check.requireWhole();
        }
        if (Files.exists(check.sql())) {
            var _ = check.rowsBySql();
        }
        return check.findings;
    }

    /// It must be what is current.
    static List<String> findingsAfterARun(Database database, Path warehouse) throws IOException, SQLException {
        ViewCheck check = new ViewCheck(database, warehouse);
        if (!Files.exists(check.catalog())) {
            return List.of("there is no view");
        }
        long sequence = check.requireWhole();
        long newest = check.versions.sequence();
        check.require(sequence == newest, "the view is at commit %d, the store at %d", sequence, newest);
        Map<String, Long> bySql = check.rowsBySql();
        Map<String, Long> published = new TreeMap<>();
        check.publishedAsOf(newest).forEach(version ->
                published.merge(version.target().asset().toString(), version.content().rows(), Long::sum));
        check.require(bySql.equals(published), "SQL reads %s rows, published are %s", bySql, published);
        return check.findings;
    }

    private Path catalog() {
        return view.resolve("_catalog.json");
    }

    private Path sql() {
        return view.resolve("views.sql");
    }

    private long requireWhole() throws IOException {
        Map<?, ?> catalog = read(catalog());
        long sequence = number(catalog.get("sequence"));
        Map<String, List<String>> listed = new TreeMap<>();
        for (Object list : ((Map<?, ?>) catalog.get("assets")).values()) {
            Map<?, ?> asset = read(view.resolve(list.toString()));
            for (Object each : (List<?>) asset.get("partitions")) {
                Map<?, ?> partition = (Map<?, ?>) each;
                List<String> files = new ArrayList<>();
                ((List<?>) partition.get("files")).forEach(file -> files.add(file.toString()));
                listed.put("%s/%s".formatted(asset.get("asset"), partition.get("ordinal")), files);
            }
        }
        Map<String, List<String>> published = new TreeMap<>();
        for (Version version : publishedAsOf(sequence)) {
            List<String> files = version.content().dataFiles().stream().map(DataFile::path).toList();
            published.put("%s/%d".formatted(version.target().asset(), version.target().ordinal()), files);
        }
        require(listed.equals(published), "the view lists %s, published as of %d was %s", listed, sequence, published);
        return sequence;
    }

    private List<Version> publishedAsOf(long sequence) {
        Map<AssetPartition, Shown> newest = new TreeMap<>();
        Shown.of(versions).headMap(sequence + 1).values().forEach(each -> newest.put(each.target(), each));
        return versions
                .findAll(newest.values().stream().flatMap(each -> each.version().stream()).toList())
                .stream()
                .filter(version -> version.content() instanceof Content.TableFiles)
                .toList();
    }

    /// Reads all rows of all views.
    private Map<String, Long> rowsBySql() throws IOException, SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            String sql = Files.readString(sql());
            if (sql.lines().allMatch(line -> line.startsWith("--"))) {
                return rows;
            }
            statement.execute(sql);
            List<String> names = new ArrayList<>();
            try (ResultSet views = statement.executeQuery("select view_name from duckdb_views() where not internal")) {
                while (views.next()) {
                    names.add(views.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet count = statement.executeQuery(
                        "select count(*), max(hash(columns(*))) from \"%s\"".formatted(name))) {
                    count.next();
                    rows.put(name, count.getLong(1));
                }
            }
        } catch (SQLException unreadable) {
            findings.add("the view's SQL cannot be read: " + unreadable.getMessage());
        }
        return rows;
    }

    private static Map<?, ?> read(Path json) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(json));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private void require(boolean holds, String otherwise, Object... arguments) {
        if (!holds) {
            findings.add(otherwise.formatted(arguments));
        }
    }
}
