package dev.weir.materializer.simulation;

import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.Run;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold after every event, by the names it has in the documentation. Looks at the store and at the disk
/// themselves, not through any process.
final class Invariants {

    private final InMemoryStore store;
    private final RunStore runs;
    private final VersionStore versions;
    private final SimulatedDisk disk;
    private final Loop loop;
    private final History history;

    private final Map<RunId, Run> seen = new HashMap<>();
    private final Set<VersionId> published = new HashSet<>();
    private final Map<AssetPartition, Version> current = new HashMap<>();
    private @Nullable Violation violation;
    private long sequence;
    private long viewSequence;
    private int removals;
    private int catalogs;

    Invariants(InMemoryStore store, SimulatedDisk disk, Loop loop, History history) {
        this.store = store;
        this.runs = store.runs();
        this.versions = store.versions();
        this.disk = disk;
        this.loop = loop;
        this.history = history;
    }

    /// To be called after every event, from wherever.
    void look() {
        if (history.takeStirred()) {
            for (RunId id : history.runs()) {
                lookAt(runs.find(id).orElseThrow());
            }
        }
        if (versions.sequence() > sequence) {
            for (Publication publication : versions.publishedAfter(EnvironmentName.MAIN, sequence, Integer.MAX_VALUE)) {
                lookAt(publication);
            }
        }
        if (disk.removals() != removals) {
            removals = disk.removals();
            current.values().forEach(version -> requireFiles(version, "I4"));
        }
        if (disk.catalogs() != catalogs) {
            catalogs = disk.catalogs();
            lookAtView();
        }
    }

    private void lookAt(Run run) {
        Run before = seen.put(run.id(), run);
        if (before == null || before.equals(run)) {
            return;
        }
        boolean legal = before.status().canBecome(run.status());
        require(legal, "I9", "run %s was %s and became %s", run.id(), before.status(), run.status());
        if (RunStore.LEASE_ENDED.equals(run.problem()) || RunStore.NEVER_STARTED.equals(run.problem())) {
            boolean over = !history.leaseOf(run.id()).isAfter(loop.instant());
            require(over, "I10", "run %s was taken for dead while its lease lasted", run.id());
        }
    }

    private void lookAt(Publication publication) {
        sequence = publication.sequence();
        RunId id = publication.run();
        Version version = versions.find(publication.version()).orElseThrow();
        String what = "%s by run %s was published".formatted(publication.target(), id);
        Run run = runs.find(id).orElseThrow();
        require(
                history.claimant(publication.target()).equals(Optional.of(id)),
                "I2", "%s after another run had claimed it", what);
        require(run.status() == RunStatus.RUNNING, "I2", "%s when the run was %s", what, run.status());
        require(history.leaseOf(id).isAfter(loop.instant()), "I2", "%s after its lease had ended", what);
        require(published.add(version.id()), "I8", "%s twice", what);
        StepRecord step = runs.stepOf(id, publication.target()).orElse(null);
        require(
                step != null && step.state() == StepState.SUCCEEDED && version.id().equals(step.version()),
                "I8", "%s and recorded as %s", what, step);
        requireFiles(version, "I3");
        for (DataFile file : version.content().dataFiles()) {
            boolean bad = history.contentOf(file).orElse("").startsWith(Author.BAD);
            require(!bad, "I3", "%s although its check had failed", what);
        }
        for (InputUse use : version.inputs()) {
            boolean good = use instanceof InputUse.Exact exact && published.contains(exact.version());
            require(good, "I3", "%s made of %s, which is not", what, use);
        }
        current.put(publication.target(), version);
    }

    private void requireFiles(Version version, String invariant) {
        for (DataFile file : version.content().dataFiles()) {
            boolean whole = disk.content(file.path()).equals(history.contentOf(file));
            require(whole, invariant, "%s of published %s is missing or damaged", file.path(), version.target());
        }
    }

    private void lookAtView() {
        long now = disk.viewSequence();
        require(now >= viewSequence, "I6", "the view went from commit %d to %d", viewSequence, now);
        viewSequence = now;
    }

    /// The power was cut: a view that was not durable may be gone, data that was published may not.
    void powerWasCut() {
        viewSequence = disk.viewSequence();
        require(viewSequence >= 0, "I6", "the view is damaged");
        current.values().forEach(version -> requireFiles(version, "I3"));
    }

    /// A process told people what became of a step.
    void told(RunId run, StepResult result) {
        StepResult before = history.told(run, result);
        require(before == null, "I8", "people were told of %s twice", result.target());
        requireRecorded(run, result);
    }

    /// A process told people how a run ended.
    void told(RunId run, RunStatus status) {
        RunStatus recorded = runs.find(run).orElseThrow().status();
        require(recorded == status, "I8", "people were told that run %s is %s, recorded is %s", run, status, recorded);
    }

    private void requireRecorded(RunId run, StepResult result) {
        StepState recorded =
                runs.stepOf(run, result.target()).map(StepRecord::state).orElse(null);
        boolean same = switch (result) {
            case StepResult.Published _, StepResult.Audited _ -> recorded == StepState.SUCCEEDED;
            case StepResult.Rejected _ -> recorded == StepState.REJECTED;
            case StepResult.Skipped _ -> recorded == StepState.SKIPPED;
            // A step that was fenced has no record.
            case StepResult.Failed _ -> recorded == null || recorded == StepState.FAILED;
        };
        require(
                same, "I8", "people were told that %s of run %s was %s, recorded is %s",
                result.target(), run, result.getClass().getSimpleName(), recorded);
    }

    /// When everybody has had time to end, and one process has recovered.
    void atTheEnd(Set<VersionId> inManifests) {
        look();
        for (RunId id : history.runs()) {
            RunStatus status = runs.find(id).orElseThrow().status();
            require(status.isFinal(), "I5", "run %s is still %s", id, status);
        }
        history.told().forEach(told -> requireRecorded(told.run(), told.result()));
        Set<String> kept = new HashSet<>();
        Set<VersionId> made = new HashSet<>();
        for (RunId id : history.runs()) {
            for (StepRecord step : runs.stepsOf(id)) {
                VersionId version = step.version();
                if (version != null) {
                    made.add(version);
                    lookAtKept(versions.find(version).orElseThrow(), kept);
                }
            }
        }
        require(viewSequence == sequence, "I6", "the view is as of commit %d of %d", viewSequence, sequence);
        require(made.equals(inManifests), "I3", "the manifests name %d versions of %d", inManifests.size(), made.size());
        requireNothingBut("objects", kept);
        requireNothingBut("staging", Set.of());
        Set<String> unconfirmed = disk.filesBelow("manifests");
        unconfirmed.removeIf(file -> file.startsWith("manifests/confirmed/"));
        require(unconfirmed.isEmpty(), "I11", "left over: %s", unconfirmed);
    }

    private void lookAtKept(Version version, Set<String> kept) {
        boolean isPublished = published.contains(version.id());
        boolean right = isPublished == (version.state() == VersionState.PUBLISHED);
        require(right, "I8", "a step ended with %s, %s", version.id(), version.state());
        requireFiles(version, "I4");
        version.content().dataFiles().forEach(file -> kept.add(file.path()));
    }

    private void requireNothingBut(String folder, Set<String> kept) {
        Set<String> found = disk.filesBelow(folder);
        found.removeAll(kept);
        require(found.isEmpty(), "I11", "left over: %s", found);
    }

    // Not thrown here: that would go through Weir's own code, which has its own idea of what to do about exceptions.
    private void require(boolean holds, String invariant, String fact, @Nullable Object... values) {
        if (!holds && violation == null) {
            violation = new Violation(invariant, fact.formatted(values));
        }
    }

    /// Throws what was found first, if anything.
    void demand() {
        if (violation != null) {
            throw violation;
        }
    }
}
