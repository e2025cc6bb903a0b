package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.memory.ForwardingHistory;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// What must hold of what is forgotten (I17): it was over, nothing that is remembered leans on it, and what is told of what is kept is
/// told as before.
final class ForgettingInvariants {

    private final VersionStore versions;
    private final RunStore runs;
    private final CollectionStore collections;
    private final History history;
    private final Findings findings;

    ForgettingInvariants(InMemoryStore store, History history, Findings findings) {
        this.versions = store.versions();
        this.runs = store.runs();
        this.collections = store.collections();
        this.history = history;
        this.findings = findings;
    }

    /// The same store, looked at while it forgets.
    HistoryStore watched(HistoryStore store) {
        return new ForwardingHistory(store) {
            @Override
            public int forgetVersions(List<VersionId> newestFirst) {
                return newestFirst.isEmpty() ? 0 : watch(() -> super.forgetVersions(newestFirst));
            }

            @Override
            public int forgetRuns(List<RunId> runs) {
                return runs.isEmpty() ? 0 : watch(() -> super.forgetRuns(runs));
            }
        };
    }

    private int watch(IntSupplier forgetting) {
        Map<String, Object> told = told();
        Map<VersionId, Version> before = versions();
        Set<VersionId> removed = new LinkedHashSet<>();
        collections.collected(before.keySet()).stream()
                .filter(collected -> collected.removedAt().isPresent())
                .forEach(collected -> removed.add(collected.version()));
        Map<RunId, Run> runsBefore = runs();
        Map<RunId, List<StepRecord>> steps = new LinkedHashMap<>();
        runsBefore.keySet().forEach(run -> steps.put(run, runs.stepsOf(run)));
        int count = forgetting.getAsInt();
        Map<VersionId, Version> after = versions();
        before.values().stream()
                .filter(version -> !after.containsKey(version.id()))
                .forEach(gone -> lookAt(gone, removed.contains(gone.id()), Optional.ofNullable(runsBefore.get(gone.origin().run())), after));
        runsBefore.values().stream()
                .filter(run -> runs.find(run.id()).isEmpty())
                .forEach(gone -> lookAt(gone, steps.getOrDefault(gone.id(), List.of()), after));
        Map<String, Object> now = told();
        told.forEach((what, answer) -> findings.require(
                answer.equals(now.get(what)), "I17", "%s was %s, and is %s since something was forgotten", what, answer, now.get(what)));
        return count;
    }

    private void lookAt(Version gone, boolean isRemoved, Optional<Run> run, Map<VersionId, Version> after) {
        history.forgot(gone.id());
        String what = "%s #%d was forgotten".formatted(gone.target(), gone.number());
        findings.require(isRemoved, "I17", "%s, whose files may be there", what);
        findings.require(run.isPresent() && run.get().status().isFinal(), "I17", "%s, whose run has not ended", what);
        for (Version reader : after.values()) {
            findings.require(!hasRead(reader, gone), "I17", "%s, of which %s #%d was made", what, reader.target(), reader.number());
        }
    }

    private static boolean hasRead(Version reader, Version read) {
        return reader.inputs().stream().anyMatch(use -> use instanceof InputUse.Exact exact && exact.version().equals(read.id()));
    }

    private void lookAt(Run gone, List<StepRecord> steps, Map<VersionId, Version> after) {
        history.forgot(gone.id());
        String what = "run %s was forgotten".formatted(gone.id());
        findings.require(gone.status().isFinal(), "I17", "%s, which was %s", what, gone.status());
        boolean made = after.values().stream().anyMatch(version -> version.origin().run().equals(gone.id()));
        findings.require(!made, "I17", "%s, which has made what is remembered", what);
        for (StepRecord step : steps) {
            boolean isLast = history.claimant(step.target()).equals(Optional.of(gone.id()));
            findings.require(!isLast, "I17", "%s, the last that was at %s", what, step.target());
        }
    }

    private Map<VersionId, Version> versions() {
        Map<VersionId, Version> all = new LinkedHashMap<>();
        Pipeline.targets().forEach(target -> versions.versionsOf(target).forEach(version -> all.put(version.id(), version)));
        return all;
    }

    private Map<RunId, Run> runs() {
        Map<RunId, Run> all = new LinkedHashMap<>();
        history.runs().forEach(id -> runs.find(id).ifPresent(run -> all.put(id, run)));
        return all;
    }

    /// What is told of what is kept.
    private Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("what is current", versions.current(EnvironmentName.MAIN));
        told.put("what fails", runs.failing(EnvironmentName.MAIN));
        told.put("what the last computations took", runs.spentLately(Spent.LOOKED_AT));
        for (AssetKey asset : Pipeline.definitions().graph().keys()) {
            told.put("what stands as rejected of " + asset, versions.standingRejections(EnvironmentName.MAIN, asset));
        }
        for (Version version : versions().values()) {
            if (version.state() != VersionState.CONDEMNED) {
                told.put("what was before " + version.id(), versions.publishedBefore(version.target(), version.number(), 1));
                told.put("the verdicts on " + version.id(), versions.verdictsOf(version.id()));
                told.put("the inputs of " + version.id(), inputsOf(version));
            }
        }
        return told;
    }

    private List<Optional<Version>> inputsOf(Version version) {
        return version.inputs().stream()
                .map(use -> use instanceof InputUse.Exact exact ? versions.find(exact.version()) : Optional.<Version>empty())
                .toList();
    }
}
