package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Table;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Placement;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.Verdict;
import dev.weir.checks.Withdrawn;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepOutput;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.value.StagedTable;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.Configured;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// One attempt at one step: something is made, wherever that is to be, and then checked, here. Used by one thread, once.
final class StepAttempt {

    private static final Made.Said NOTHING_SAID = new Made.Said(Map.of(), Map.of(), Optional.empty());

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final AssetSpec asset;
    private final AttemptStaging staging;
    private final Map<AssetKey, Staged> siblings;

    StepAttempt(Surroundings with, StepTask task, TableScope scope) {
        this(with, task, scope, new AttemptStaging(with, task, scope), Map.of());
    }

    /// @param siblings what the same call has made, of which checks may want to know
    StepAttempt(
            Surroundings with,
            StepTask task,
            TableScope scope,
            AttemptStaging staging,
            Map<AssetKey, Staged> siblings) {
        this.with = with;
        this.task = task;
        this.scope = scope;
        this.staging = staging;
        this.siblings = siblings;
        asset = with.definitions().graph().asset(task.step().target().asset());
    }

    StepOutcome run() throws Exception {
        try (staging) {
            return output();
        }
    }

    private StepOutcome output() throws Exception {
        if (task.step().action() instanceof PlannedAction.Check check) {
            Version version = version(check.current());
            Staged published = published(version);
            List<Verdict> verdicts = new ArrayList<>(checker(published).run(check::runs));
            if (!version.tainted().isEmpty()) {
                verdicts.addAll(Withdrawn.of(
                        with.versions().verdictsOf(version.id()), with.definitions().checksOf(asset.key())));
            }
            return output(published, NOTHING_SAID, verdicts);
        }
        // What somebody brings was not up for a decision.
        Optional<String> against =
                imported().isPresent() ? Optional.empty() : new ConditionCall(with, task, scope, staging).against();
        if (against.isPresent()) {
            return new StepOutcome.Declined(against.get());
        }
        return judge(keep(make()));
    }

    /// What lies in the staging folder as it is to be published.
    record Kept(Made made, Sieve.Sifted sifted, Staged staged) {}

    Kept keep(Made made) throws Exception {
        Sieve.Sifted sifted = sift(with.values().staged(task, made), made.order());
        Staged staged = sifted.staged();
        if (made.said().dataVersion().isPresent()) {
            staged = staged.at(made.said().dataVersion().get());
        }
        return new Kept(made, sifted, staged);
    }

    StepOutput judge(Kept kept) throws Exception {
        StepOutput output = output(kept.staged(), kept.made().said(), verdicts(kept.made(), kept.sifted(), kept.staged()));
        SortedMap<String, String> configured = with.definitions().valuesOf(asset.key());
        return configured.isEmpty() ? output : output.saying(Configured.in(output.metadata(), configured));
    }

    private Made make() throws Exception {
        if (imported().isPresent()) {
            AssetModule module = with.code().module(asset.computation().declaringClass());
            RowCodec<?> codec = module.codec(asset.output().row().orElseThrow().codec());
            return new ImportedFiles(imported().get(), codec, staging, scope).make();
        }
        return switch (asset.execution().place()) {
            // A query runs in DuckDB, and a command in its own process anyway.
            case Placement.OwnProcess _ when asset.computation().number() >= 0 ->
                with.outside().ownProcess().make(task);
            case Placement.OwnProcess _, Placement.InProcess _ ->
                new StepComputation(with, task, scope, staging).run();
        };
    }

    private Optional<Reason.Imported> imported() {
        return task.step().action() instanceof PlannedAction.Compute(Reason.Imported imported)
                ? Optional.of(imported)
                : Optional.empty();
    }

    private List<Verdict> verdicts(Made made, Sieve.Sifted sifted, Staged staged) throws Exception {
        if (sifted.verdicts().isEmpty() && made.verdicts().isEmpty()) {
            return checker(staged).run(_ -> true);
        }
        List<Verdict> verdicts = new ArrayList<>(sifted.verdicts());
        Set<CheckKey> judged = verdicts.stream().map(Verdict::check).collect(Collectors.toSet());
        verdicts.addAll(checker(staged).run(check -> !judged.contains(check)));
        Set<CheckKey> declared = verdicts.stream().map(Verdict::check).collect(Collectors.toSet());
        made.verdicts().stream().filter(reported -> !declared.contains(reported.check())).forEach(verdicts::add);
        verdicts.sort(Comparator.comparing(Verdict::check));
        return verdicts;
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
        StagedTable bad = Tables.writer().write(putAside, staging.folder().newFolder("put-aside"));
        Staged good = staging.keep(
                Tables.writer().write(kept, staging.folder().newFolder("kept")).asFiles());
        DataFile aside = staging.folder()
                .keepQuarantined(
                        bad.file(),
                        asset.key(),
                        with.values().keyOf(task.step().target()),
                        bad.rows(),
                        bad.sha256());
        Content.TableFiles content = new Content.TableFiles(bad.schema(), good.content().dataFiles(), List.of(aside));
        return good.with(content);
    }

    private static StepOutput output(Staged staged, Made.Said said, List<Verdict> verdicts) {
        Map<String, Object> metadata = said.metadata();
        long aside = staged.content().quarantinedFiles().stream()
                .mapToLong(DataFile::rows)
                .sum();
        if (aside > 0) {
            metadata = new LinkedHashMap<>(metadata);
            metadata.put("quarantined_rows", aside);
        }
        return new StepOutput(staged.content(), staged.data(), metadata, said.tags(), verdicts);
    }

    private Version version(VersionId current) {
        return with.versions()
                .find(current)
                .orElseThrow(() -> new IllegalStateException("Version %s is gone".formatted(current)));
    }

    private Staged published(Version version) {
        // Any sequence above 0 says that it is published and lies among the objects.
        CurrentVersion read = new CurrentVersion(version, 1);
        return new Staged(
                version.content(),
                version.digests().data(),
                with.values().files(task.run(), List.of(read)),
                with.values().path(task.run(), read));
    }

    private Checker checker(Staged staged) {
        return new Checker(
                with,
                task,
                scope,
                staged,
                siblings,
                (declaringClass, inputs) -> Arguments.of(with, task, staging, declaringClass, inputs));
    }
}
