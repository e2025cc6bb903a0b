package dev.weir.cli.kill;

import dev.weir.assets.digest.Digest;
import dev.weir.checks.Verdict;
import dev.weir.materializer.collect.Collected;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.ManifestEntry;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.metadata.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares what a database and a warehouse hold with each other and with what was acknowledged, when nobody is at work
/// on them and recovery has been. Says in sentences what is wrong.
final class StoreCheck {

    private final Database database;
    private final VersionStore versions;
    private final Warehouse warehouse;
    private final List<String> findings = new ArrayList<>();
    private final Map<VersionId, Version> known = new HashMap<>();
    private final Map<AssetPartition, List<Version>> byTarget = new HashMap<>();
    private final Map<VersionId, List<Verdict>> verdicts = new HashMap<>();
    private final Set<VersionId> collected = new HashSet<>();
    private final Map<VersionId, Long> sequences = new HashMap<>();

    private StoreCheck(Database database, Warehouse warehouse) {
        this.database = database;
        this.versions = database.versions();
        this.warehouse = warehouse;
    }

    static List<String> findings(Database database, Warehouse warehouse, Collection<Acknowledged> acknowledged)
            throws IOException {
        StoreCheck check = new StoreCheck(database, warehouse);
        check.readRuns();
        check.readPools();
        check.readCollected();
        check.readPublications();
        acknowledged.forEach(check::requireKept);
        check.requireWholeFiles();
        check.requireManifests();
        check.requireNothingElse();
        return check.findings;
    }

    private void readRuns() {
        Set<VersionId> made = new HashSet<>();
        Set<AssetPartition> targets = new HashSet<>();
        for (Run run : database.runs().latest(Integer.MAX_VALUE)) {
            require(run.status().isFinal(), "run %s is left %s", run.id(), run.status());
            for (StepRecord step : database.runs().stepsOf(run.id())) {
                targets.add(step.target());
                if (step.version() != null) {
                    made.add(step.version());
                }
                boolean hasVersion = step.state() == StepState.SUCCEEDED || step.state() == StepState.REJECTED;
                require(hasVersion == (step.version() != null), "step %s has half a result", step);
            }
        }
        versions.current(EnvironmentName.MAIN).forEach(current -> targets.add(current.version().target()));
        for (AssetPartition target : targets) {
            List<Version> ofTarget = versions.versionsOf(target);
            byTarget.put(target, ofTarget);
            ofTarget.forEach(version -> known.put(version.id(), version));
        }
        requireSame(made, known.keySet(), "the steps of runs and the versions");
    }

    private void readPools() {
        database.sharedPools().ifPresent(pools -> pools.taken().forEach(slot -> findings.add("%s is taken".formatted(slot))));
    }

    // Whatever nobody needs is let go of by now: all that is condemned is removed, and rightly so.
    private void readCollected() {
        Set<VersionId> condemned = new HashSet<>();
        known.values().stream()
                .filter(version -> version.state() == VersionState.CONDEMNED)
                .forEach(version -> condemned.add(version.id()));
        for (Collected each : database.collections().collected(known.keySet())) {
            require(each.removedAt().isPresent(), "%s is condemned and not removed", each.version());
            collected.add(each.version());
        }
        requireSame(condemned, collected, "what is condemned and what was collected");
        for (Version version : known.values()) {
            long newer = byTarget.getOrDefault(version.target(), List.of()).stream()
                    .filter(other -> other.number() > version.number() && !isRejected(other))
                    .count();
            boolean isOld = newer >= SmallProject.KEPT;
            require(isOld || !collected.contains(version.id()), "%s was collected and is not old", version.id());
            boolean isRead = version.inputs().stream()
                    .anyMatch(use -> use instanceof InputUse.Exact exact && collected.contains(exact.version()));
            require(!isRead || collected.contains(version.id()), "%s was made of what was collected", version.id());
        }
    }

    private boolean isRejected(Version version) {
        return verdictsOf(version.id()).stream().anyMatch(Verdict::blocks);
    }

    // Asked for once: nobody is at work.
    private List<Verdict> verdictsOf(VersionId version) {
        return verdicts.computeIfAbsent(version, versions::verdictsOf);
    }

    private void readPublications() {
        versions.publishedAfter(EnvironmentName.MAIN, 0, Integer.MAX_VALUE)
                .forEach(publication -> sequences.put(publication.version(), publication.sequence()));
        Map<AssetPartition, Shown> newest = new HashMap<>();
        long sequence = 0;
        for (Map.Entry<Long, Shown> each : Shown.of(versions).entrySet()) {
            sequence++;
            require(each.getKey() == sequence, "commit %d is not in the publish log", sequence);
            newest.put(each.getValue().target(), each.getValue());
        }
        require(versions.sequence() == sequence, "the store is at %d, its log at %d", versions.sequence(), sequence);
        Set<VersionId> current = new HashSet<>();
        for (CurrentVersion each : versions.current(EnvironmentName.MAIN)) {
            current.add(each.version().id());
        }
        Set<VersionId> logged = new HashSet<>();
        newest.values().forEach(shown -> shown.version().ifPresent(logged::add));
        requireSame(current, logged, "what is current and what was published last");
        for (Version version : known.values()) {
            boolean published = version.state() == VersionState.PUBLISHED
                    || collected.contains(version.id()) && !isRejected(version);
            require(published == sequences.containsKey(version.id()), "%s is %s", version.id(), version.state());
            require(published != isRejected(version), "%s is %s against its verdicts", version.id(), version.state());
        }
    }

    private void requireKept(Acknowledged acknowledged) {
        Version version = known.get(acknowledged.id());
        if (version == null) {
            findings.add("acknowledged %s is missing".formatted(acknowledged));
        } else {
            VersionState state = collected.contains(version.id()) ? acknowledged.state() : version.state();
            Acknowledged kept = Acknowledged.of(state, version);
            require(kept.equals(acknowledged), "acknowledged %s is %s", acknowledged, kept);
        }
    }

    private void requireWholeFiles() throws IOException {
        for (Version version : kept()) {
            for (DataFile file : version.content().dataFiles()) {
                Path path = warehouse.resolve(file.path());
                if (!Files.exists(path)) {
                    findings.add("%s of %s version %s is missing".formatted(file.path(), version.state(), version.id()));
                } else {
                    byte[] content = Files.readAllBytes(path);
                    boolean whole = content.length == file.bytes() && sha256(content).equals(file.sha256().toString());
                    require(whole, "%s of version %s is damaged", file.path(), version.id());
                }
            }
        }
    }

    private List<Version> kept() {
        return known.values().stream().filter(version -> !collected.contains(version.id())).toList();
    }

    private void requireManifests() {
        Set<VersionId> told = new HashSet<>();
        Set<Map.Entry<Long, Shown>> moves = new HashSet<>();
        warehouse.manifests().forEachCommitted(entry -> {
            switch (entry) {
                case ManifestEntry.Made made -> {
                    told.add(made.version().id());
                    requireEqual(made);
                }
                case ManifestEntry.Moved moved ->
                    moves.add(Map.entry(moved.sequence().orElse(0), new Shown(moved.target(), moved.to())));
                case ManifestEntry.Collected gone ->
                    require(collected.contains(gone.version()), "the manifests say that %s is gone", gone.version());
                case ManifestEntry.Audited _ -> {}
            }
        });
        Set<Map.Entry<Long, Shown>> moved = new HashSet<>();
        versions.movedAfter(EnvironmentName.MAIN, 0)
                .forEach(each -> moved.add(Map.entry(each.sequence(), new Shown(each.target(), each.version()))));
        require(moves.equals(moved), "the manifests say %s moved, the database %s", moves, moved);
        Set<VersionId> kept = new HashSet<>();
        kept().forEach(version -> kept.add(version.id()));
        requireSame(told, kept, "the manifests and the versions");
    }

    private void requireEqual(ManifestEntry.Made made) {
        Version told = made.version();
        Version version = known.get(told.id());
        if (version != null) {
            boolean equal = told.state() == version.state()
                    && told.target().equals(version.target())
                    && told.digests().equals(version.digests())
                    && told.content().equals(version.content())
                    && told.inputs().equals(version.inputs())
                    && outcomes(made.verdicts()).equals(outcomes(verdictsOf(told.id())))
                    && made.sequence().orElse(0) == sequences.getOrDefault(told.id(), 0L);
            require(equal, "the manifest says %s, the database %s", made, version);
        }
    }

    private static Set<String> outcomes(List<Verdict> verdicts) {
        Set<String> outcomes = new TreeSet<>();
        for (Verdict verdict : verdicts) {
            Digest digest = verdict.digest();
            outcomes.add("%s at %s: %s".formatted(verdict.check(), digest, verdict.result().passed()));
        }
        return outcomes;
    }

    private void requireNothingElse() throws IOException {
        Set<String> referenced = new HashSet<>();
        for (Version version : kept()) {
            version.content().dataFiles().forEach(file -> referenced.add(file.path()));
        }
        for (String file : filesIn("objects")) {
            require(referenced.contains(file), "nothing refers to %s", file);
        }
        for (String entry : entriesOf("staging")) {
            findings.add("%s is left over".formatted(entry));
        }
        for (String file : filesIn("manifests")) {
            require(file.startsWith("manifests/confirmed/"), "%s is not confirmed", file);
        }
    }

    private List<String> filesIn(String folder) throws IOException {
        return entriesOf(folder).stream()
                .filter(entry -> Files.isRegularFile(warehouse.root().resolve(entry)))
                .toList();
    }

    private List<String> entriesOf(String folder) throws IOException {
        Path root = warehouse.root();
        try (Stream<Path> entries = Files.walk(root.resolve(folder))) {
            return entries.filter(entry -> !entry.equals(root.resolve(folder)))
                    .map(entry -> root.relativize(entry).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private void requireSame(Set<VersionId> some, Set<VersionId> others, String what) {
        Set<VersionId> different = new TreeSet<>(some);
        different.removeAll(others);
        Set<VersionId> missing = new TreeSet<>(others);
        missing.removeAll(some);
        require(different.isEmpty() && missing.isEmpty(), "%s differ in %s and %s", what, different, missing);
    }

    private void require(boolean holds, String otherwise, Object... arguments) {
        if (!holds) {
            findings.add(otherwise.formatted(arguments));
        }
    }
}
