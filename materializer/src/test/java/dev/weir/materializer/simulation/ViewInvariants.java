package dev.weir.materializer.simulation;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.SimulatedDisk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What must hold of what outside readers see (I6): it never goes back, and is what was current as of one commit.
final class ViewInvariants {

    private final VersionStore versions;
    private final SimulatedDisk disk;
    private final Findings findings;
    private long sequence;
    private int catalogs;

    ViewInvariants(VersionStore versions, SimulatedDisk disk, Findings findings) {
        this.versions = versions;
        this.disk = disk;
        this.findings = findings;
    }

    void look(List<Publication> log) {
        if (disk.catalogs() != catalogs) {
            catalogs = disk.catalogs();
            long now = disk.viewSequence();
            findings.require(now >= sequence, "I6", "the view went from commit %d to %d", sequence, now);
            sequence = now;
            requireWhole(log);
        }
    }

    private void requireWhole(List<Publication> log) {
        Map<AssetPartition, VersionId> current = new HashMap<>();
        log.subList(0, (int) Math.max(0, sequence)).forEach(each -> current.put(each.target(), each.version()));
        Set<String> expected = new TreeSet<>();
        for (VersionId id : current.values()) {
            Optional<Version> version = versions.find(id);
            findings.require(version.isPresent(), "I6", "the view of commit %d shows %s, which is forgotten", sequence, id);
            version.ifPresent(shown -> shown.content().dataFiles().forEach(file -> expected.add(file.path())));
        }
        Set<String> found = disk.filesInView().orElse(Set.of("a list that is missing or damaged"));
        findings.require(found.equals(expected), "I6", "the view of commit %d shows %s, not %s", sequence, found, expected);
    }

    /// A view that was not durable yet may be gone. What is found must be whole.
    void powerWasCut(List<Publication> log) {
        sequence = disk.viewSequence();
        findings.require(sequence >= 0, "I6", "the catalog is damaged");
        requireWhole(log);
    }

    void atTheEnd(List<Publication> log) {
        findings.require(sequence == log.size(), "I6", "the view is as of commit %d of %d", sequence, log.size());
    }
}
