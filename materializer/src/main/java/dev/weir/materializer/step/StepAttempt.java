package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Output;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.InputSpec;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.Verdict;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.run.ResolvedInput;
import dev.weir.materializer.run.StepOutput;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.JsonRows;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.value.StagedFiles;
import dev.weir.materializer.value.StagedTable;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.Listing;
import dev.weir.materializer.warehouse.StagingFolder;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One attempt at one step: inputs, the author's code, staging, checks. Used by one thread, once.
final class StepAttempt {

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final AssetSpec asset;
    private @Nullable StagingFolder staging;
    private boolean authorHasStaging;

    StepAttempt(Surroundings with, StepTask task, TableScope scope) {
        this.with = with;
        this.task = task;
        this.scope = scope;
        asset = with.definitions().graph().asset(task.step().target().asset());
    }

    StepOutput run() throws Exception {
        try {
            return output();
        } finally {
            if (authorHasStaging && staging != null) {
                staging.discardOfAuthor();
            }
        }
    }

    private StepOutput output() throws Exception {
        if (task.step().action() instanceof PlannedAction.Check check) {
            Staged published = published(check.current());
            return output(published, Output.of(published), checker(published).run(check::runs));
        }
        Object value = compute();
        Output<?> output = value instanceof Output<?> said ? said : Output.of(new Returned(value));
        @Nullable Object given = output.value() instanceof Returned(Object bare) ? bare : output.value();
        // Before it is staged, for a stream is spent then.
        RowOrder order = given instanceof Table<?> ? DuckDbTables.orderOf(given) : RowOrder.COUNTS;
        Sieve.Sifted sifted = sift(stage(given), order);
        Staged staged = sifted.staged();
        if (output.dataVersion().isPresent()) {
            staged = staged.at(output.dataVersion().get());
        }
        if (sifted.verdicts().isEmpty()) {
            return output(staged, output, checker(staged).run(_ -> true));
        }
        Set<CheckKey> judged = sifted.verdicts().stream().map(Verdict::check).collect(Collectors.toSet());
        List<Verdict> verdicts = new ArrayList<>(sifted.verdicts());
        verdicts.addAll(checker(staged).run(check -> !judged.contains(check)));
        verdicts.sort(Comparator.comparing(Verdict::check));
        return output(staged, output, verdicts);
    }

    private Sieve.Sifted sift(Staged staged, RowOrder order) {
        if (staged.content() instanceof Content.TableFiles content) {
            for (CheckSpec check : with.definitions().checksOf(asset.key())) {
                if (check.rule() instanceof ReadyMade.Quarantined rule) {
                    return new Sieve(checker(staged), check, rule, this::writeSifted).sift(staged, content, order);
                }
            }
        }
        return new Sieve.Sifted(staged, List.of());
    }

    private Staged writeSifted(Table<?> kept, Table<?> putAside) {
        StagedTable bad = Tables.writer().write(putAside, staging().newFolder("put-aside"));
        Staged good = kept(Tables.writer().write(kept, staging().newFolder("kept")).asFiles());
        DataFile aside = staging()
                .keepQuarantined(
                        bad.file(),
                        asset.key(),
                        with.values().keyOf(task.step().target()),
                        bad.rows(),
                        bad.sha256());
        Content.TableFiles content = new Content.TableFiles(bad.schema(), good.content().dataFiles(), List.of(aside));
        return good.with(content);
    }

    /// A value that came without an [Output] around it; a method that returns nothing gives null.
    private record Returned(@Nullable Object value) {}

    private static StepOutput output(Staged staged, Output<?> output, List<Verdict> verdicts) {
        Map<String, Object> metadata = output.metadata();
        long aside = staged.content().quarantinedFiles().stream()
                .mapToLong(DataFile::rows)
                .sum();
        if (aside > 0) {
            metadata = new LinkedHashMap<>(metadata);
            metadata.put("quarantined_rows", aside);
        }
        return new StepOutput(staged.content(), staged.data(), metadata, output.tags(), verdicts);
    }

    private Staged published(VersionId current) {
        Version version = with.versions()
                .find(current)
                .orElseThrow(() -> new IllegalStateException("Version %s is gone".formatted(current)));
        // Any sequence above 0 says that it is published and lies among the objects.
        CurrentVersion read = new CurrentVersion(version, 1);
        return new Staged(
                version.content(),
                version.digests().data(),
                with.values().files(task.run(), List.of(read)),
                with.values().path(task.run(), read));
    }

    private @Nullable Object compute() throws Exception {
        Computation computation = asset.computation();
        AssetModule module = with.code().module(computation.declaringClass());
        @Nullable Object[] arguments =
                arguments(computation.declaringClass(), this::input).of(computation.parameters());
        if (computation.query().isPresent()) {
            List<Object> tables = Arrays.stream(arguments).<Object>map(Objects::requireNonNull).toList();
            return Tables.reader().query(codec(module), computation.query().get(), tables, scope);
        }
        return Calls.call(
                module, computation.number(), with.code().instance(computation.declaringClass()), arguments);
    }

    private Arguments arguments(String declaringClass, Arguments.Inputs inputs) {
        return new Arguments(
                with.code(),
                declaringClass,
                asset.partitions(),
                task.step().target().ordinal(),
                inputs,
                this::stagingOfAuthor,
                () -> with.logs().of(task));
    }

    private @Nullable Object input(InputSpec input, AssetModule module) {
        if (input.isPattern()) {
            return byAsset(input, module);
        }
        for (ResolvedInput resolved : task.inputs()) {
            if (resolved.planned().dependency().input().filter(input::equals).isPresent()) {
                return with.values().of(input, module, task.run(), resolved.versions(), scope);
            }
        }
        throw new IllegalStateException("Input %s was not resolved".formatted(input.parameter()));
    }

    // In the order of the edges, which is that of the keys.
    private Map<AssetKey, Object> byAsset(InputSpec input, AssetModule module) {
        Map<AssetKey, Object> values = new LinkedHashMap<>();
        for (ResolvedInput resolved : task.inputs()) {
            if (resolved.planned().dependency().input().filter(input::equals).isPresent()) {
                AssetKey upstream = resolved.planned().dependency().upstream();
                Object value = with.values()
                        .of(input.ofMatched(upstream), module, task.run(), resolved.versions(), scope);
                if (value != null) {
                    values.put(upstream, value);
                }
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private RowCodec<?> codec(AssetModule module) {
        return module.codec(asset.output()
                .row()
                .orElseThrow(() -> new IllegalStateException(asset.key() + " has no row type"))
                .codec());
    }

    private Staging stagingOfAuthor() {
        authorHasStaging = true;
        Path folder = staging().folderOfAuthor();
        return new AuthorStaging(folder, Tables::files, scope);
    }

    private StagingFolder staging() {
        if (staging == null) {
            staging = with.objects().stage(task.run(), task.version());
        }
        return staging;
    }

    private Staged stage(@Nullable Object value) {
        return switch (asset.output().form()) {
            case NOTHING -> Staged.NOTHING;
            case JSON -> Staged.json(json(value));
            case TABLE, LIST, STREAM, ARROW -> stageTable(value);
            case PATH -> stagePath(value);
        };
    }

    @SuppressWarnings("unchecked") // the processor has checked what the method returns
    private String json(@Nullable Object value) {
        if (asset.output().row().isEmpty()) {
            return JsonValue.write(value);
        }
        AssetModule module = with.code().module(asset.computation().declaringClass());
        return JsonRows.write(value, (RowCodec<Object>) codec(module));
    }

    private Staged stagePath(@Nullable Object value) {
        if (!(value instanceof Path path)) {
            throw new IllegalArgumentException("The method returned null; return a path in its staging folder");
        }
        AuthorFiles files = new AuthorFiles(staging().folder().resolve("files"));
        PartitionKey key = with.values().keyOf(task.step().target());
        if (files.isFile(path)) {
            Content.OneFile file = staging().keepFile(path, asset.key(), key, files.entry(path));
            return Staged.file(file, staging().locate(file.file()));
        }
        Listing listing = files.list(path);
        Content.Folder folder = staging().keepFolder(path, asset.key(), key, listing);
        return Staged.folder(folder, listing.digest(), staging().locate(folder));
    }

    private Staged stageTable(@Nullable Object value) {
        AssetModule module = with.code().module(asset.computation().declaringClass());
        RowCodec<?> codec = asset.output().row().isPresent() ? codec(module) : null;
        if (value instanceof Table<?> table) {
            Optional<StagedFiles> written = Tables.files().asWritten(table, staging().folder());
            if (written.isPresent()) {
                return kept(written.get());
            }
        }
        return kept(Tables.writer()
                .write(value, asset.output().form(), codec, staging().folder())
                .asFiles());
    }

    private Staged kept(StagedFiles table) {
        List<DataFile> kept = new ArrayList<>();
        List<TableFile> readable = new ArrayList<>();
        for (StagedFiles.One written : table.files()) {
            DataFile file = staging()
                    .keep(
                            written.file(),
                            asset.key(),
                            with.values().keyOf(task.step().target()),
                            kept.size(),
                            written.rows(),
                            written.sha256());
            kept.add(file);
            readable.add(with.values()
                    .tableFile(staging().locate(file), table.schema(), file, task.step().target()));
        }
        return new Staged(new Content.TableFiles(table.schema(), kept), table.digest(), readable);
    }

    private Checker checker(Staged staged) {
        return new Checker(with, task, scope, staged, this::arguments);
    }
}
