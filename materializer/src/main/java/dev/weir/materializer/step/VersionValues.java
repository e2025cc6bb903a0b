package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Input;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.Table;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.RowType;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.ObjectStore;
import dev.weir.materializer.warehouse.ReadableFiles;
import dev.weir.materializer.warehouse.StagingFolder;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives the values of versions in the forms that methods ask for. Threads may share it.
final class VersionValues {

    private final Definitions definitions;
    private final ObjectStore objects;
    private final Supplier<DuckDbTables> tables;

    VersionValues(Definitions definitions, ObjectStore objects, Supplier<DuckDbTables> tables) {
        this.definitions = definitions;
        this.objects = objects;
        this.tables = tables;
    }

    /// What a parameter takes of these versions.
    ///
    /// @param run the run that reads; what it has produced itself still lies in its staging folder
    @Nullable Object of(InputSpec input, AssetModule module, RunId run, List<CurrentVersion> versions, TableScope scope) {
        return switch (input.wrapping()) {
            case NONE -> value(input, module, run, versions, scope);
            case OPTIONAL ->
                versions.isEmpty() ? Optional.empty() : Optional.ofNullable(value(input, module, run, versions, scope));
            case INPUT -> {
                Object value = value(input, module, run, versions, scope);
                yield value == null ? null : ReadInput.of(value, versions, this);
            }
            case BY_PARTITION -> byPartition(input, module, run, versions, scope);
            case BY_ASSET -> throw new IllegalStateException("Each asset of %s has a value".formatted(input.reference()));
        };
    }

    private Map<PartitionKey, Object> byPartition(
            InputSpec input, AssetModule module, RunId run, List<CurrentVersion> versions, TableScope scope) {
        Map<PartitionKey, Object> values = LinkedHashMap.newLinkedHashMap(versions.size());
        for (CurrentVersion read : versions) {
            Object value = value(input, module, run, List.of(read), scope);
            if (value != null) {
                values.put(keyOf(read.version().target()), value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object value(
            InputSpec input, AssetModule module, RunId run, List<CurrentVersion> versions, TableScope scope) {
        return switch (input.type().form()) {
            case NOTHING -> null;
            case JSON -> versions.isEmpty() ? null : json(input, module, versions.getLast().version());
            case PATH -> versions.isEmpty() ? null : path(run, versions.getLast()).orElseThrow(() -> holdsNo(input));
            case TABLE, LIST, STREAM, ARROW ->
                Arguments.inForm(input, table(input, module, files(run, versions), scope));
        };
    }

    /// Where a file or a folder can be read.
    Optional<Path> path(RunId run, CurrentVersion read) {
        boolean staged = read.sequence() == 0;
        return switch (read.version().content()) {
            case Content.OneFile(DataFile file) ->
                Optional.of(staged ? objects.staged(run, read.version().id()).locate(file) : objects.locate(file));
            case Content.Folder folder ->
                Optional.of(
                        staged ? objects.staged(run, read.version().id()).locate(folder) : objects.locate(folder));
            case Content.Json(String text) -> external(read.version().target(), text);
            case Content.Nothing _, Content.TableFiles _ -> Optional.empty();
        };
    }

    // Of files that somebody else keeps, the value is where they lie.
    private Optional<Path> external(AssetPartition target, String text) {
        AssetSpec asset = definitions.graph().asset(target.asset());
        return asset.output().form() == Form.PATH
                ? Optional.of(Path.of((String) JsonValue.read(text, String.class)))
                : Optional.empty();
    }

    private static IllegalStateException holdsNo(InputSpec input) {
        return new IllegalStateException("What %s reads is no file or folder".formatted(input.parameter()));
    }

    /// Files as the table that a parameter takes, under the name it has in queries.
    Table<?> table(InputSpec input, AssetModule module, List<TableFile> files, TableScope scope) {
        Optional<RowType> row = input.type().row();
        Table<?> table = row.isPresent()
                ? tables.get().files(files, module.codec(row.get().codec()), scope)
                : tables.get().files(files, schemaOf(AssetKey.parse(input.reference()), files), scope);
        return table.as(SnakeCase.of(input.parameter()));
    }

    /// Files of an asset's versions as an untyped table.
    Table<?> table(AssetKey asset, List<TableFile> files, TableScope scope) {
        return tables.get().files(files, schemaOf(asset, files), scope);
    }

    /// The columns in which a parameter sees these files.
    Schema schemaOf(InputSpec input, List<TableFile> files) {
        return input.type().row().map(RowType::schema).orElseGet(() -> schemaOf(AssetKey.parse(input.reference()), files));
    }

    // An untyped table has the columns that its newest part was written with, or that its asset declares.
    private Schema schemaOf(AssetKey asset, List<TableFile> files) {
        if (!files.isEmpty()) {
            return files.getLast().schema();
        }
        return definitions
                .graph()
                .find(asset)
                .flatMap(spec -> spec.output().row())
                .map(RowType::schema)
                .orElse(new Schema(List.of()));
    }

    List<TableFile> files(RunId run, List<CurrentVersion> versions) {
        List<TableFile> files = new ArrayList<>(versions.size());
        for (CurrentVersion read : versions) {
            Version version = read.version();
            if (version.content() instanceof Content.TableFiles table) {
                for (DataFile file : table.files()) {
                    boolean staged = read.sequence() == 0;
                    Path path = staged
                            ? objects.staged(run, version.id()).locate(file)
                            : objects.locate(file);
                    files.add(
                            file.isView()
                                    ? readable(run).of(
                                            table.schema(),
                                            file,
                                            version.id(),
                                            version.target().asset(),
                                            keyOf(version.target()))
                                    : tableFile(path, table.schema(), file, version.target()));
                }
            }
        }
        return files;
    }

    /// What an attempt has made, where it was staged.
    Staged staged(StepTask task, Made made) {
        StagingFolder folder = objects.staged(task.run(), task.version());
        List<TableFile> files = new ArrayList<>();
        if (made.content() instanceof Content.TableFiles table) {
            for (DataFile file : table.files()) {
                AssetPartition target = task.step().target();
                files.add(
                        file.isView()
                                ? readable(task.run())
                                        .of(table.schema(), file, task.version(), target.asset(), keyOf(target))
                                : tableFile(folder.locate(file), table.schema(), file, target));
            }
        }
        Optional<Path> path =
                switch (made.content()) {
                    case Content.OneFile(DataFile file) -> Optional.of(folder.locate(file));
                    case Content.Folder kept -> Optional.of(folder.locate(kept));
                    case Content.Json(String text) -> external(task.step().target(), text);
                    case Content.Nothing _, Content.TableFiles _ -> Optional.empty();
                };
        return new Staged(made.content(), made.data(), files, path);
    }

    /// What the views that a run reads are over. What the run has produced itself still lies in its staging folder, also
    /// where it is among the objects already.
    private ReadableFiles readable(RunId run) {
        return new ReadableFiles((file, version) -> {
            Path staged = objects.staged(run, version).locate(file);
            return Files.exists(staged) ? staged : objects.locate(file);
        });
    }

    TableFile tableFile(Path path, Schema schema, DataFile file, AssetPartition target) {
        return new TableFile(
                path, schema, file.rows(), file.bytes(), file.sha256(), target.asset(), keyOf(target));
    }

    /// What people are told of a version that is read.
    Input.ReadVersion read(CurrentVersion read) {
        return ReadInput.version(read.version(), keyOf(read.version().target()));
    }

    PartitionKey keyOf(AssetPartition target) {
        return definitions.graph().asset(target.asset()).partitions().keyOf(target.ordinal());
    }

    private static Object json(InputSpec input, AssetModule module, Version version) {
        if (version.content() instanceof Content.Json(String text)) {
            return Scalars.read(text, input.type(), module);
        }
        throw new IllegalStateException(
                "%s holds no value, and %s wants %s".formatted(version.target().asset(), input.parameter(), input.type().javaType()));
    }
}
