package dev.weir.materializer.doctor;

import dev.weir.materializer.doctor.Doctor.Depth;
import dev.weir.materializer.doctor.Doctor.Listener;
import dev.weir.materializer.doctor.Doctor.Project;
import dev.weir.materializer.doctor.Inventory.Commit;
import dev.weir.materializer.doctor.Inventory.Recorded;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.warehouse.ManifestEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through all commits in order, some thousand versions at a time: whether their files are there and their manifests name
/// them. Of each file it keeps eight bytes.
final class VersionsExamination {

    private static final int COMMITS_AT_ONCE = 1_000;
    private static final int VERSIONS_AT_ONCE = 5_000;
    private static final String ANEW = "put it back from a copy of the warehouse, or compute it anew with --force";

    private final Project project;
    private final Depth depth;
    private final Listener listener;
    private final long total;
    private final Findings files = new Findings();
    private final Findings manifests = new Findings();
    private final List<AssetPartition> doubled = new ArrayList<>();
    private final PathHashes named = new PathHashes();
    private long versionsSeen;
    private long filesSeen;
    private long bytesSeen;
    private long manifestsSeen;

    VersionsExamination(Project project, Depth depth, Listener listener) {
        this.project = project;
        this.depth = depth;
        this.listener = listener;
        this.total = project.inventory().versions();
    }

    void run() {
        long recorded = 0;
        while (true) {
            List<Commit> commits = project.inventory().commitsAfter(recorded, COMMITS_AT_ONCE);
            if (commits.isEmpty()) {
                return;
            }
            for (int from = 0; from < commits.size(); ) {
                int to = from;
                int results = 0;
                while (to < commits.size() && (to == from || results + commits.get(to).results() <= VERSIONS_AT_ONCE)) {
                    results += commits.get(to++).results();
                }
                look(commits.subList(from, to));
                from = to;
            }
            recorded = commits.getLast().lastRecorded();
        }
    }

    private void look(List<Commit> commits) {
        long first = commits.getFirst().firstRecorded();
        long last = commits.getLast().lastRecorded();
        List<Recorded> versions = project.inventory().recordedBetween(first, last);
        doubled.addAll(project.inventory().doubledBetween(first, last));
        int next = 0;
        for (Commit commit : commits) {
            int from = next;
            while (next < versions.size() && versions.get(next).recorded() <= commit.lastRecorded()) {
                next++;
            }
            look(commit, versions.subList(from, next).stream().map(Recorded::version).toList());
        }
    }

    private void look(Commit commit, List<Version> versions) {
        List<Version> kept = new ArrayList<>();
        for (Version version : versions) {
            version.content().dataFiles().forEach(file -> named.add(file.path()));
            if (version.state() != VersionState.CONDEMNED) {
                kept.add(version);
                lookAtFiles(version);
            }
        }
        if (!kept.isEmpty()) {
            lookAtManifest(commit, kept);
        }
        listener.looked(versionsSeen, total, bytesSeen);
    }

    private void lookAtFiles(Version version) {
        versionsSeen++;
        for (DataFile file : version.content().dataFiles()) {
            filesSeen++;
            String damage = damage(file);
            if (damage != null && isStillKept(version.id())) {
                files.wrong("%s: %s %s".formatted(project.names().version().apply(version), file.path(), damage), ANEW);
            }
            if (depth == Depth.CONTENTS) {
                bytesSeen += file.bytes();
                listener.looked(versionsSeen, total, bytesSeen);
            }
        }
    }

    private @Nullable String damage(DataFile file) {
        Path path = project.warehouse().resolve(file.path());
        try {
            long size = Files.readAttributes(path, BasicFileAttributes.class).size();
            if (size != file.bytes()) {
                return "has %,d bytes instead of %,d".formatted(size, file.bytes());
            }
            boolean isWhole = depth == Depth.SIZES || FileHash.of(path).equals(file.sha256());
            return isWhole ? null : "does not hold what was written to it: its SHA-256 is another";
        } catch (NoSuchFileException missing) {
            return "is gone";
        } catch (IOException unreadable) {
            return "cannot be read (%s)".formatted(unreadable.getMessage());
        }
    }

    // Others may have given it up since it was read.
    private boolean isStillKept(VersionId version) {
        return project.versions().find(version).filter(known -> known.state() != VersionState.CONDEMNED).isPresent();
    }

    private void lookAtManifest(Commit commit, List<Version> kept) {
        manifestsSeen++;
        Optional<List<ManifestEntry>> entries = project.warehouse().manifests().find(commit.id(), commit.firstSequence());
        Set<VersionId> told = new HashSet<>();
        for (ManifestEntry entry : entries.orElse(List.of())) {
            if (entry instanceof ManifestEntry.Made made) {
                told.add(made.version().id());
            }
        }
        for (Version version : kept) {
            if (!told.contains(version.id()) && isStillKept(version.id())) {
                String fact = entries.isPresent() ? "is not in its manifest" : "has no manifest";
                manifests.wrong(
                        "%s %s: it would be lost with the database".formatted(project.names().version().apply(version), fact),
                        "put the manifest of commit %s back from a copy, or compute it anew with --force".formatted(commit.id()));
            }
        }
    }

    Examined files() {
        String how = depth == Depth.SIZES ? "there with their sizes" : "there and hold what was written to them";
        return files.of(Topic.FILES, "%,d files of %,d versions are %s".formatted(filesSeen, versionsSeen, how));
    }

    Examined manifests() {
        return manifests.of(
                Topic.MANIFESTS, "%,d manifests name every version, should the database be lost".formatted(manifestsSeen));
    }

    List<AssetPartition> doubled() {
        return doubled;
    }

    /// Whether a version names a file.
    boolean isNamed(String path) {
        return named.contains(path);
    }
}
