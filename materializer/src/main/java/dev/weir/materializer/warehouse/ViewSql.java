package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Column;
import dev.weir.materializer.version.EnvironmentName;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Spells views for DuckDB. Paths are absolute: DuckDB takes relative ones from wherever it was started.
final class ViewSql {

    static final String NAME = "views.sql";

    // DuckDB has these already.
    private static final Set<String> TAKEN = Set.of("main", "temp", "system", "pg_catalog", "information_schema");

    private ViewSql() {}

    /// The first line: equal exactly when the rest is.
    static String header(EnvironmentName environment, Catalog catalog, Path root) {
        long newest = catalog.assets().values().stream().mapToLong(Long::longValue).max().orElse(0);
        return "-- Weir views of %s: %d assets, last changed by commit %d%s"
                .formatted(environment, catalog.assets().size(), newest, place(root));
    }

    /// How the first line ends.
    static String place(Path root) {
        return ", warehouse " + oneLine(root.toString());
    }

    /// Creates the view of one asset, and its schema.
    static String create(AssetView view, Path root) {
        String schema = schemaOf(view.asset());
        String name = quoted(view.asset().name());
        String target = schema.isEmpty() ? name : quoted(schema) + "." + name;
        String before = schema.isEmpty() ? "" : "CREATE SCHEMA IF NOT EXISTS %s;\n".formatted(quoted(schema));
        return "%sCREATE OR REPLACE VIEW %s AS %s;\n".formatted(before, target, select(view, root));
    }

    private static String select(AssetView view, Path root) {
        List<String> files = view.partitions().stream()
                .filter(partition -> !partition.isView())
                .flatMap(partition -> partition.files().stream())
                .map(file -> literal(globFree(absolute(root, file))))
                .toList();
        List<String> views = view.partitions().stream()
                .filter(AssetView.Partition::isView)
                .map(partition -> query(partition, root))
                .toList();
        if (views.isEmpty()) {
            return select(view, files);
        }
        List<String> parts = new ArrayList<>(views);
        if (!files.isEmpty()) {
            parts.add(select(view, files));
        }
        return String.join("\nUNION ALL BY NAME\n", parts);
    }

    private static String query(AssetView.Partition partition, Path root) {
        return "SELECT * FROM (%s)"
                .formatted(new ReadableFiles((file, _) -> root.resolve(file.path()))
                        .query(root.resolve(partition.files().getFirst()))
                        .sql(path -> globFree(slashed(path))));
    }

    private static String select(AssetView view, List<String> files) {
        if (files.isEmpty()) {
            return "SELECT %s WHERE false"
                    .formatted(view.columns().stream().map(ViewSql::nothing).collect(Collectors.joining(", ")));
        }
        // Folders above the warehouse may be called a=b, which is none of our columns.
        return "SELECT * FROM read_parquet([\n  %s], hive_partitioning = false, union_by_name = %s)"
                .formatted(String.join(",\n  ", files), !view.uniform());
    }

    private static String nothing(Column column) {
        return "NULL::%s AS %s".formatted(column.type().sql(), quoted(column.name()));
    }

    /// The prefix of the key, as it is written in the key; none for a key of one segment.
    private static String schemaOf(AssetKey asset) {
        List<String> prefix = asset.path().subList(0, asset.path().size() - 1);
        String schema = String.join("/", prefix);
        return TAKEN.contains(schema) ? schema + "/" : schema;
    }

    private static String absolute(Path root, String file) {
        return slashed(root.resolve(file).toString());
    }

    private static String slashed(String path) {
        return File.separatorChar == '\\' ? path.replace('\\', '/') : path;
    }

    // DuckDB takes *, ? and [ in any path for a pattern; a class of one character stands for itself.
    private static String globFree(String path) {
        StringBuilder free = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '*' || character == '?' || character == '[') {
                free.append('[').append(character).append(']');
            } else {
                free.append(character);
            }
        }
        return free.toString();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
