package dev.weir.materializer.step;

import dev.weir.assets.Output;
import dev.weir.assets.Table;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.Membership;
import dev.weir.checks.Verdict;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.value.StagedFiles;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.warehouse.Listing;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of an attempt that makes something: inputs, the author's code, staging. Used by one thread, once.
final class StepComputation {

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final AssetSpec asset;
    private final Computation computation;
    private final AttemptStaging staging;
    private final InputValues inputs;

    StepComputation(Surroundings with, StepTask task, TableScope scope, AttemptStaging staging) {
        this.with = with;
        this.task = task;
        this.scope = scope;
        this.staging = staging;
        asset = with.definitions().graph().asset(task.step().target().asset());
        computation = asset.computation();
        inputs = new InputValues(with, task, scope);
    }

    /// What the asset gives, staged and not checked.
    Made run() throws Exception {
        if (computation.isView()) {
            AssetModule module = with.code().module(computation.declaringClass());
            return new ViewMaking(with, task, scope, staging, asset).make(query(module), codec(module));
        }
        return computation.command().isPresent() ? ofCommand(computation.command().get()) : of(call());
    }

    /// What the asset is of what its method gives, staged and not checked.
    Made of(@Nullable Object given) throws Exception {
        Object value = computation.membership().isPresent() ? component(computation.membership().get(), given) : given;
        Output<?> output = value instanceof Output<?> said ? said : Output.of(new Returned(value));
        return made(output.value() instanceof Returned(Object bare) ? bare : output.value(), output, List.of());
    }

    private Made ofCommand(CommandLine line) throws Exception {
        AssetModule module = with.code().module(computation.declaringClass());
        CommandResult result = new CommandCall(with, task, asset, line, inputs::versionsOf)
                .run(staging.ofAuthor().folder(), staging.folder().folder());
        Object value = result.valueOf(asset.output(), module, scope);
        return made(value, result.output(), result.verdicts());
    }

    private Made made(@Nullable Object value, Output<?> output, List<Verdict> verdicts) {
        if (computation.isExternal() && value instanceof Path path) {
            return seen(ExternalFiles.at(path), output, verdicts);
        }
        // Before it is staged, for a stream is spent then.
        RowOrder order = value instanceof Table<?> ? DuckDbTables.orderOf(value) : RowOrder.COUNTS;
        Staged staged = stage(value);
        return new Made(
                staged.content(),
                staged.data(),
                order,
                new Made.Said(output.metadata(), output.tags(), output.dataVersion()),
                verdicts);
    }

    // Somebody else keeps the files: only where they lie and what they were is kept.
    private Made seen(ExternalFiles files, Output<?> output, List<Verdict> verdicts) {
        Map<String, Object> metadata = new LinkedHashMap<>(files.metadata(with.clock().instant()));
        metadata.putAll(output.metadata());
        return new Made(
                files.content(),
                files.data(),
                RowOrder.COUNTS,
                new Made.Said(metadata, output.tags(), output.dataVersion()),
                verdicts);
    }

    /// A value that came without an [Output] around it; a method that returns nothing gives null.
    private record Returned(@Nullable Object value) {}

    private @Nullable Object component(Membership membership, @Nullable Object given) throws Exception {
        if (given == null) {
            throw new IllegalArgumentException("The method returned null; return a record with %s in it"
                    .formatted(membership.component()));
        }
        AssetModule module = with.code().module(computation.declaringClass());
        Object value = Calls.call(module, membership.number(), null, new @Nullable Object[] {given});
        if (value == null && asset.output().form() != Form.NOTHING) {
            throw new IllegalArgumentException(
                    "The method returned null for %s; return something for each asset that is wanted"
                            .formatted(membership.component()));
        }
        return value;
    }

    /// Calls the method, or asks the query.
    @Nullable Object call() throws Exception {
        AssetModule module = with.code().module(computation.declaringClass());
        if (computation.query().isPresent()) {
            return query(module);
        }
        Object instance = with.code().instance(computation.declaringClass());
        @Nullable Object[] arguments = arguments();
        task.startUp().endedAt(with.clock().instant());
        return Calls.call(module, computation.number(), instance, arguments);
    }

    private @Nullable Object[] arguments() throws Exception {
        return Arguments.of(with, task, staging, computation.declaringClass(), inputs::of)
                .of(computation.parameters());
    }

    private Table<?> query(AssetModule module) throws Exception {
        List<Object> tables =
                Arrays.stream(arguments()).<Object>map(Objects::requireNonNull).toList();
        task.startUp().endedAt(with.clock().instant());
        return Tables.reader().query(codec(module), computation.query().orElseThrow(), tables, scope);
    }

    private RowCodec<?> codec(AssetModule module) {
        return module.codec(asset.output()
                .row()
                .orElseThrow(() -> new IllegalStateException(asset.key() + " has no row type"))
                .codec());
    }

    private Staged stage(@Nullable Object value) {
        return switch (asset.output().form()) {
            case NOTHING -> Staged.NOTHING;
            case JSON -> Staged.json(json(value));
            case TABLE, LIST, STREAM, ARROW -> stageTable(value);
            case PATH -> stagePath(value);
        };
    }

    private String json(@Nullable Object value) {
        return SmallValues.write(value, asset.output(), with.code().module(computation.declaringClass()));
    }

    private Staged stagePath(@Nullable Object value) {
        if (!(value instanceof Path path)) {
            throw new IllegalArgumentException("The method returned null; return a path in its staging folder");
        }
        AuthorFiles files = new AuthorFiles(staging.whereAuthorWrites());
        PartitionKey key = with.values().keyOf(task.step().target());
        if (files.isFile(path)) {
            Content.OneFile file = staging.folder().keepFile(path, asset.key(), key, files.entry(path));
            return Staged.file(file, staging.folder().locate(file.file()));
        }
        Listing listing = files.list(path);
        Content.Folder folder = staging.folder().keepFolder(path, asset.key(), key, listing);
        return Staged.folder(folder, listing.digest(), staging.folder().locate(folder));
    }

    private Staged stageTable(@Nullable Object value) {
        AssetModule module = with.code().module(asset.computation().declaringClass());
        RowCodec<?> codec = asset.output().row().isPresent() ? codec(module) : null;
        if (value instanceof Table<?> table) {
            Optional<StagedFiles> written = Tables.files().asWritten(table, staging.folder().folder());
            if (written.isPresent()) {
                return staging.keep(written.get());
            }
        }
        return staging.keep(Tables.writer()
                .write(value, asset.output().form(), codec, staging.folder().folder())
                .asFiles());
    }
}
