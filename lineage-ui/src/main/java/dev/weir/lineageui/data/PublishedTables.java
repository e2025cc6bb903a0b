package dev.weir.lineageui.data;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Table;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.RowType;
import dev.weir.lineageui.view.CollectedVersions;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.ReadableFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The files of versions as tables that can be asked with SQL.
public final class PublishedTables {
    private final ProjectFacts facts;

    public PublishedTables(ProjectFacts facts) {
        this.facts = facts;
    }

    /// All names by which a statement may call assets: their keys, and last segments that are unique.
    public static Collection<String> names(AssetGraph graph) {
        TreeSet<String> names = new TreeSet<>();
        for (AssetKey key : graph.keys()) {
            names.add(key.toString());
            if (graph.resolve(key.name()) instanceof Resolution.Found) {
                names.add(key.name());
            }
        }
        return names;
    }

    /// @return the absolute paths of all tables among these versions
    public List<Path> paths(Collection<Version> versions) {
        new CollectedVersions(facts).requireData(versions);
        List<Path> paths = new ArrayList<>();
        for (Version version : versions) {
            if (version.content() instanceof Content.TableFiles table) {
                for (DataFile file : table.allFiles()) {
                    tableFile(version, table.schema(), file).andThoseItReads().forEach(read -> paths.add(read.path()));
                }
            }
        }
        return paths;
    }

    /// The rows of all these versions of one asset, one after the other, with the columns that the asset declares, else
    /// those of the newest version; or its value, if the asset has one partition with a value. Nothing if there is neither.
    public Optional<Table<?>> table(AssetKey asset, List<Version> versions, DuckDb db) {
        new CollectedVersions(facts).requireData(versions);
        List<TableFile> files = new ArrayList<>();
        Optional<Schema> schema = facts.graph().asset(asset).output().row().map(RowType::schema);
        for (Version version : versions) {
            if (version.content() instanceof Content.TableFiles table) {
                table.files().forEach(file -> files.add(tableFile(version, table.schema(), file)));
                schema = schema.or(() -> Optional.of(table.schema()));
            }
        }
        DuckDbTables tables = new DuckDbTables(db);
        if (versions.size() == 1 && versions.getFirst().content() instanceof Content.Json(String text)) {
            return Optional.of(tables.value(valueOf(text)));
        }
        return schema.map(columns -> tables.files(files, columns, new TableScope()));
    }

    /// The rows of one version with the columns that it has, whatever the asset declares now.
    public Table<?> asStored(Version version, Content.TableFiles table, DuckDb db) {
        List<TableFile> files = table.files().stream()
                .map(file -> tableFile(version, table.schema(), file))
                .toList();
        return new DuckDbTables(db).files(files, table.schema(), new TableScope());
    }

    // Lists and objects stay as they are written: DuckDB reads JSON in text.
    private static Object valueOf(String json) {
        if (json.startsWith("\"")) {
            return JsonValue.read(json, String.class);
        }
        if (json.equals("true") || json.equals("false")) {
            return Boolean.valueOf(json);
        }
        if (json.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(json);
        }
        return json.matches("-?[0-9.]+([eE][-+]?[0-9]+)?") ? (Object) Double.valueOf(json) : json;
    }

    private TableFile tableFile(Version version, Schema schema, DataFile file) {
        return new ReadableFiles((each, _) -> facts.pathOf(each))
                .of(
                        schema,
                        file,
                        version.id(),
                        version.target().asset(),
                        new Names(facts.graph()).nameOf(version).partition());
    }
}
