package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.SimulatedDisk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must hold of what is published: not by a stale attempt (I2); whole, good, and made of nothing but what was
/// published (I3); not removed (I4); once, and just as recorded and told (I8), and not without what the same call made (I3).
final class VersionInvariants {

    private final RunStore runs;
    private final VersionStore versions;
    private final SimulatedDisk disk;
    private final History history;
    private final Findings findings;

    private final List<Publication> log = new ArrayList<>();
    private final Set<VersionId> published = new HashSet<>();
    private final Map<AssetPartition, Version> current = new HashMap<>();
    private final List<Version> kept = new ArrayList<>();
    private final CollectionStore collections;
    private int removals;

    VersionInvariants(InMemoryStore store, SimulatedDisk disk, History history, Findings findings) {
        this.runs = store.runs();
        this.versions = store.versions();
        this.collections = store.collections();
        this.disk = disk;
        this.history = history;
        this.findings = findings;
    }

    void look() {
        if (versions.sequence() > log.size()) {
            versions.publishedAfter(EnvironmentName.MAIN, log.size(), Integer.MAX_VALUE)
                    .forEach(this::lookAt);
            requireTogether();
        }
        if (disk.removals() != removals) {
            removals = disk.removals();
            kept.removeIf(version -> mayBeGone(version.id()));
            kept.forEach(version -> requireFiles(version, "I4"));
        }
    }

    /// Its files may go when the grace after its condemnation is over.
    private boolean mayBeGone(VersionId id) {
        return history.isForgotten(id) || collections.collected(List.of(id)).stream()
                .anyMatch(collected -> !collected.at().plus(Garbage.GRACE).isAfter(history.now()));
    }

    void read(Version version) {
        requireFiles(version, "I4");
    }

    private void lookAt(Publication publication) {
        log.add(publication);
        history.toll().count(Toll.Event.PUBLISHED);
        Version version = versions.find(publication.version()).orElseThrow();
        String what = "%s by run %s was published".formatted(publication.target(), publication.run());
        requireRight(publication, what);
        findings.require(published.add(version.id()), "I8", "%s twice", what);
        StepRecord step = runs.stepOf(publication.run(), publication.target()).orElse(null);
        findings.require(
                step != null && step.state() == StepState.SUCCEEDED && version.id().equals(step.version()),
                "I8", "%s and recorded as %s", what, step);
        requireFiles(version, "I3");
        requireGood(version, what);
        current.put(publication.target(), version);
        kept.add(version);
    }

    private void requireTogether() {
        Optional<RunId> report = runOf(Pipeline.REPORT);
        Optional<RunId> index = runOf(Pipeline.INDEX);
        findings.require(report.equals(index), "I3", "the report is of run %s, its index of run %s", report, index);
    }

    private Optional<RunId> runOf(AssetKey asset) {
        return Optional.ofNullable(current.get(new AssetPartition(asset, 0)))
                .map(version -> version.origin().run());
    }

    private void requireRight(Publication publication, String what) {
        RunId run = publication.run();
        RunStatus status = runs.find(run).orElseThrow().status();
        boolean claimed = history.claimant(publication.target()).equals(Optional.of(run));
        findings.require(claimed, "I2", "%s after another run had claimed it", what);
        findings.require(status == RunStatus.RUNNING, "I2", "%s when the run was %s", what, status);
        findings.require(history.holdsLease(run), "I2", "%s after its lease had ended", what);
    }

    private void requireGood(Version version, String what) {
        for (DataFile file : version.content().dataFiles()) {
            boolean bad = history.contentOf(file).orElse("").startsWith(Author.BAD);
            findings.require(!bad, "I3", "%s although its check had failed", what);
        }
        for (InputUse use : version.inputs()) {
            boolean readable = use instanceof InputUse.Exact exact
                    && published.contains(exact.version())
                    && versions.find(exact.version())
                            .filter(read -> read.state() == VersionState.PUBLISHED)
                            .isPresent();
            findings.require(readable, "I3", "%s made of %s, which is not", what, use);
        }
    }

    private void requireFiles(Version version, String invariant) {
        for (DataFile file : version.content().dataFiles()) {
            boolean whole = disk.content(file.path()).equals(history.contentOf(file));
            findings.require(
                    whole, invariant, "%s of published %s is missing or damaged", file.path(), version.target());
        }
    }

    void powerWasCut() {
        kept.removeIf(version -> mayBeGone(version.id()));
        kept.forEach(version -> requireFiles(version, "I3"));
    }

    List<Publication> log() {
        return log;
    }

    /// A process told people what became of a step.
    void told(RunId run, StepResult result) {
        findings.require(!history.told(run, result), "I8", "people were told of %s twice", result.target());
        requireRecorded(run, result);
    }

    private void requireRecorded(RunId run, StepResult result) {
        StepState recorded =
                runs.stepOf(run, result.target()).map(StepRecord::state).orElse(null);
        boolean same = switch (result) {
            case StepResult.Published _ -> recorded == StepState.SUCCEEDED;
            case StepResult.Rejected _ -> recorded == StepState.REJECTED;
            case StepResult.Audited audited ->
                recorded == (audited.taint().isEmpty() ? StepState.SUCCEEDED : StepState.REJECTED);
            case StepResult.Skipped _, StepResult.Declined _ -> recorded == StepState.SKIPPED;
            // A step that was fenced has no record.
            case StepResult.Failed _ -> recorded == null || recorded == StepState.FAILED;
        };
        findings.require(
                same, "I8", "people were told that %s of run %s was %s, recorded is %s",
                result.target(), run, result.getClass().getSimpleName(), recorded);
    }

    /// @param inManifests what the manifests of committed groups name
    void atTheEnd(Set<VersionId> inManifests) {
        history.told().stream().filter(told -> !isForgotten(told)).forEach(told -> requireRecorded(told.run(), told.result()));
        Set<String> kept = new HashSet<>();
        Set<VersionId> made = new HashSet<>();
        for (RunId run : history.runs()) {
            for (StepRecord step : runs.stepsOf(run)) {
                VersionId id = step.version();
                if (id != null && !isRemoved(id)) {
                    made.add(id);
                    lookAtKept(versions.find(id).orElseThrow(), kept);
                }
            }
        }
        findings.require(
                made.equals(inManifests), "I3", "the manifests name %d versions of %d", inManifests.size(), made.size());
        requireNothingBut(kept);
    }

    private boolean isForgotten(History.Told told) {
        Version made = told.result().made();
        return history.isForgotten(told.run()) || (made != null && history.isForgotten(made.id()));
    }

    private boolean isRemoved(VersionId id) {
        return history.isForgotten(id) || collections.collected(List.of(id)).stream().anyMatch(collected -> collected.removedAt().isPresent());
    }

    private void lookAtKept(Version version, Set<String> kept) {
        boolean right = published.contains(version.id()) == (version.state() == VersionState.PUBLISHED);
        findings.require(right, "I8", "a step ended with %s, %s", version.id(), version.state());
        requireFiles(version, "I4");
        version.content().dataFiles().forEach(file -> kept.add(file.path()));
    }

    /// Garbage goes away (I11).
    private void requireNothingBut(Set<String> kept) {
        Set<String> found = disk.filesBelow("objects");
        found.removeAll(kept);
        found.addAll(disk.filesBelow("staging"));
        disk.filesBelow("manifests").stream()
                .filter(file -> !file.startsWith("manifests/confirmed/"))
                .forEach(found::add);
        findings.require(found.isEmpty(), "I11", "left over: %s", found);
    }
}
