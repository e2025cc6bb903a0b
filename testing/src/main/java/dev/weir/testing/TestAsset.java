package dev.weir.testing;

import dev.weir.assets.Table;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.JsonRows;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.value.RowCodecs;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.ReadableFiles;
import dev.weir.partitions.PartitionSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One asset partition after a run: how its step ended, and the version it made; where it had no step, or made none, the
/// version that is current. Look at it with [WeirAssertions#assertThat(TestAsset)].
public final class TestAsset {

    private final Place place;
    private final AssetPartition target;
    private final Optional<StepResult> result;
    private final List<String> lines;
    private final Optional<Version> version;

    /// Where it is looked up.
    record Place(Loaded loaded, TestStores stores) {}

    TestAsset(Place place, AssetPartition target, Optional<StepResult> result, List<String> lines) {
        this.place = place;
        this.target = target;
        this.result = result;
        this.lines = List.copyOf(lines);
        this.version = result.flatMap(ended -> Optional.ofNullable(ended.made())).or(this::current);
    }

    private Optional<Version> current() {
        return place.stores()
                .versions()
                .current(EnvironmentName.MAIN, target.asset(), Optional.of(PartitionSet.of(target.ordinal())))
                .stream()
                .findFirst()
                .map(read -> read.version());
    }

    /// Such as `daily_delays@2013-01-15`.
    public String name() {
        return place.loaded().names().of(target);
    }

    /// Such as `daily_delays@2013-01-15#2`; nothing if there is no version.
    public Optional<String> versionName() {
        return version.map(place.loaded().names()::of);
    }

    /// The rows, as this record, which may name fewer columns than there are.
    ///
    /// @throws IllegalStateException if there is no version, or it holds no table
    public <R extends Record> List<R> rows(Class<R> rowType) {
        Content.TableFiles content = tableFiles();
        return read(rowType, content.schema(), content.files());
    }

    /// The rows that `@Quarantine` put aside.
    public <R extends Record> List<R> rowsPutAside(Class<R> rowType) {
        Content.TableFiles content = tableFiles();
        return read(rowType, content.schema(), content.quarantined());
    }

    /// The small value.
    ///
    /// @throws IllegalStateException if there is no version, or it holds no small value
    public <T> T value(Class<T> type) {
        if (!(version().content() instanceof Content.Json(String text))) {
            throw holdsNo("value");
        }
        AssetSpec asset = place.loaded().graph().asset(target.asset());
        if (asset.output().row().isPresent()) {
            RowCodec<?> codec = place.loaded()
                    .project()
                    .codec(asset.computation().declaringClass(), asset.output().row().get());
            return type.cast(JsonRows.read(text, codec));
        }
        return type.cast(JsonValue.read(text, type));
    }

    /// The file or the folder.
    public Path path() {
        return switch (version().content()) {
            case Content.OneFile(DataFile file) -> place.stores().warehouse().root().resolve(file.path());
            case Content.Folder folder -> place.stores().warehouse().root().resolve(folder.path());
            case Content.Nothing _, Content.Json _, Content.TableFiles _ -> throw holdsNo("file");
        };
    }

    /// What its method wrote into its log.
    public List<String> lines() {
        return lines;
    }

    Optional<StepResult> result() {
        return result;
    }

    Version version() {
        return version.orElseThrow(() -> new IllegalStateException("%s has no version%s"
                .formatted(name(), result.map(ended -> ": it " + OutcomeText.ended(ended)).orElse(""))));
    }

    List<Verdict> verdicts() {
        return place.stores().versions().verdictsOf(version().id());
    }

    /// How it ended, as half a sentence that goes after its name.
    String ended() {
        return result.map(OutcomeText::ended)
                .orElse(version.isPresent() ? "was up to date" : "was not in the plan");
    }

    private Content.TableFiles tableFiles() {
        if (version().content() instanceof Content.TableFiles content) {
            return content;
        }
        throw holdsNo("rows");
    }

    private <R extends Record> List<R> read(Class<R> rowType, Schema schema, List<DataFile> files) {
        Path root = place.stores().warehouse().root();
        ReadableFiles readable = new ReadableFiles((file, _) -> root.resolve(file.path()));
        List<TableFile> tables = files.stream()
                .map(file -> readable.of(
                        schema,
                        file,
                        version().id(),
                        target.asset(),
                        place.loaded().names().nameOf(version()).partition()))
                .toList();
        try (TableScope scope = new TableScope()) {
            Table<R> table = new DuckDbTables(DuckDb.ofProcess()).files(tables, RowCodecs.of(rowType), scope);
            return table.toList();
        }
    }

    private IllegalStateException holdsNo(String what) {
        return new IllegalStateException("%s holds no %s: it is a %s"
                .formatted(
                        name(),
                        what,
                        place.loaded().graph().asset(target.asset()).output().javaType()));
    }

    @Override
    public String toString() {
        return name() + " " + ended();
    }
}
