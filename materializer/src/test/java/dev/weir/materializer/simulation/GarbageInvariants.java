package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.SimulatedDisk;
import java.util.HashSet;
import java.util.Set;

/// What must hold of what is given up: nothing that anybody sees, counts on or leans on (I4), nor that outside readers are
/// shown when its files go (I6).
final class GarbageInvariants {

    private final VersionStore versions;
    private final SimulatedDisk disk;
    private final RunStore runs;
    private final History history;
    private final Findings findings;
    private int removals;

    GarbageInvariants(InMemoryStore store, SimulatedDisk disk, History history, Findings findings) {
        this.versions = store.versions();
        this.runs = store.runs();
        this.disk = disk;
        this.history = history;
        this.findings = findings;
    }

    void look() {
        history.takeCondemned().forEach(this::lookAt);
        boolean removed = disk.objectRemovals() != removals;
        if (history.takePlacedMore() || removed) {
            lookAtPlaced();
        }
        if (removed) {
            removals = disk.objectRemovals();
            disk.filesInView().ifPresent(files -> files.forEach(file -> findings.require(
                    disk.content(file).isPresent(), "I6", "%s is in the view and was removed", file)));
        }
    }

    // As long as a run lives, what it has placed may be committed.
    private void lookAtPlaced() {
        for (CommitGroup group : history.placed()) {
            RunId run = group.lease().run();
            if (history.holdsLease(run) && runs.find(run).filter(found -> !found.status().isFinal()).isPresent()) {
                for (StepResult result : group.results()) {
                    Version made = result.made();
                    if (made != null) {
                        made.content().dataFiles().forEach(file -> findings.require(
                                disk.content(file.path()).isPresent(),
                                "I4", "%s was removed, which a group of run %s has placed", file.path(), run));
                    }
                }
            }
        }
    }

    private void lookAt(VersionId id) {
        Version version = versions.find(id).orElseThrow();
        AssetKey asset = version.target().asset();
        Set<VersionId> seen = new HashSet<>();
        versions.current(EnvironmentName.MAIN).forEach(current -> seen.add(current.version().id()));
        versions.standingRejections(EnvironmentName.MAIN, asset).forEach(rejected -> seen.add(rejected.id()));
        String what = "%s #%d was condemned".formatted(version.target(), version.number());
        findings.require(!seen.contains(id), "I4", "%s, which is current or stands rejected", what);
        findings.require(!history.isPinned(id), "I4", "%s, which a reader has pinned", what);
        for (Version reader : versions.readersOf(id)) {
            findings.require(
                    reader.state() == VersionState.CONDEMNED, "I4", "%s, of which %s was made", what, reader.target());
        }
    }
}
