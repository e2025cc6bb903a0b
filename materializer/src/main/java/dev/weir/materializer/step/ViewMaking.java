package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.Table;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.value.TableQueries;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.warehouse.ViewDefinition;
import dev.weir.materializer.warehouse.ViewDefinition.Part;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes one version of a view: the query with the exact files it is over. Nothing is computed but how many rows it gives and
/// that every value fits, for whoever reads it has to get them. Used by one thread, once.
final class ViewMaking {

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final AttemptStaging staging;
    private final InputValues inputs;
    private final AssetSpec asset;

    ViewMaking(Surroundings with, StepTask task, TableScope scope, AttemptStaging staging, AssetSpec asset) {
        this.with = with;
        this.task = task;
        this.scope = scope;
        this.staging = staging;
        this.asset = asset;
        inputs = new InputValues(with, task, scope);
    }

    /// @param query of the view, over what it reads
    Made make(Table<?> query, RowCodec<?> codec) throws IOException {
        ViewDefinition view = new ViewDefinition(Tables.reader().selectOf(query), tables());
        Path written = staging.folder().folder().resolve("view.json");
        Files.write(written, view.toJson());
        Digest sha256 = FileHash.of(written);
        AssetPartition target = task.step().target();
        PartitionKey key = with.values().keyOf(target);
        DataFile kept = staging.folder().keepView(written, asset.key(), key, 0, sha256);
        long rows = rows(made(codec.schema(), kept), codec);
        return made(codec.schema(), new DataFile(kept.path(), kept.bytes(), rows, kept.sha256()));
    }

    private Made made(Schema schema, DataFile file) {
        return new Made(
                new Content.TableFiles(schema, List.of(file)),
                digest(),
                RowOrder.COUNTS,
                new Made.Said(Map.of(), Map.of(), Optional.empty()),
                List.of());
    }

    private List<ViewDefinition.Source> tables() {
        List<ViewDefinition.Source> tables = new ArrayList<>();
        for (InputSpec input : asset.computation().inputs()) {
            List<CurrentVersion> versions = inputs.versionsOf(input);
            Schema schema = with.values().schemaOf(input, with.values().files(task.run(), versions));
            List<Part> parts = new ArrayList<>();
            versions.forEach(read -> parts.addAll(parts(read)));
            tables.add(new ViewDefinition.Source(SnakeCase.of(input.parameter()), schema, parts));
        }
        return tables;
    }

    private List<Part> parts(CurrentVersion read) {
        if (!(read.version().content() instanceof Content.TableFiles table)) {
            return List.of();
        }
        AssetKey upstream = read.version().target().asset();
        PartitionKey key = with.values().keyOf(read.version().target());
        return table.files().stream()
                .map(file -> new Part(upstream, key, read.version().id(), table.schema(), file))
                .toList();
    }

    // A cast that does not fit fails when it is made: all are made here, in one scan, and again by each reader.
    private long rows(Made made, RowCodec<?> codec) {
        Table<?> table = Tables.reader().files(with.values().staged(task, made).files(), codec, scope);
        StringBuilder counting = new StringBuilder("select count(*) as all_rows");
        for (int i = 0; i < codec.schema().columns().size(); i++) {
            String column = codec.schema().columns().get(i).name().replace("\"", "\"\"");
            counting.append(", count(\"%s\") as c%d".formatted(column, i));
        }
        try (TableQueries queries = TableQueries.over(DuckDb.ofProcess(), Map.of("this", table))) {
            @Nullable Number rows = queries.numbers(counting.append(" from this").toString()).get("all_rows");
            return rows == null ? 0 : rows.longValue();
        }
    }

    /// Of the query and the data it is over, so that whoever reads the view is as stale as if it read its tables.
    private DataDigest digest() {
        Hasher hasher = new Hasher().add("view").add(asset.computation().query().orElseThrow());
        asset.output().row().ifPresent(row -> hasher.add(row.schema().toString()));
        for (InputSpec input : asset.computation().inputs()) {
            hasher.add(input.parameter());
            for (CurrentVersion read : inputs.versionsOf(input)) {
                hasher.add(with.values().keyOf(read.version().target()).toString())
                        .add(read.version().digests().data().value());
            }
        }
        return new DataDigest(hasher.finish());
    }
}
