package dev.weir.materializer.warehouse;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Clears away what runs have left behind that ended without finishing their work: staged files, and the objects of
/// groups that were prepared and never committed.
///
/// Invariants. Only what belongs to a run that has ended is touched, and it is looked at before the run is asked about:
/// a run that begins meanwhile is not taken for an ended one. An ended run commits nothing any more, so the store's word
/// on its groups is final; where the store does not answer, nothing is removed. An object goes only if no other segment,
/// committed or not, names it, and goes durably before the segment that names it does. Stopping anywhere and starting
/// anew comes to the same end; several processes may do so at once.
public final class Recovery {

    private final Warehouse warehouse;
    private final ManifestReader manifests;
    private final Predicate<RunId> hasEnded;
    private final Function<UUID, Optional<Committed>> commits;
    private final Consumer<EnvironmentName> show;
    private final CrashPoints crashPoints;

    /// @param show brings the view of an environment up to date
    Recovery(
            Warehouse warehouse,
            Predicate<RunId> hasEnded,
            Function<UUID, Optional<Committed>> commits,
            Consumer<EnvironmentName> show,
            CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.manifests = warehouse.manifests();
        this.hasEnded = hasEnded;
        this.commits = commits;
        this.show = show;
        this.crashPoints = crashPoints;
    }

    /// What was done.
    ///
    /// @param confirmed groups that turned out to be committed
    /// @param discarded groups that turned out not to be
    /// @param objects files removed for them
    /// @param runs runs whose staged files were removed
    /// @param problems what could not be understood and was left alone
    public record Recovered(int confirmed, int discarded, int objects, int runs, List<Problem> problems) {
        public Recovered {
            problems = List.copyOf(problems);
        }
    }

    /// Clears away what can be. To be called when a process starts, and after a run.
    ///
    /// @throws RuntimeException if the database does not answer; nothing was removed then
    public Recovered run() {
        try {
            return new Pass().run();
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be tidied", failure);
        }
    }

    private final class Pass {

        private final List<Problem> problems = new ArrayList<>();
        private final List<Path> doomed = new ArrayList<>();
        private int confirmed;
        private int discarded;
        private int objects;
        private int runs;

        Recovered run() throws IOException {
            List<Path> staging = warehouse.files().list(warehouse.stagingFolder());
            for (Path file : manifests.segmentsIn(warehouse.manifestsFolder())) {
                Optional<Segment> segment = headerOf(file);
                if (segment.isPresent() && segment.get().isOfChangeset()) {
                    settleChangeset(file, segment.get());
                } else if (segment.isPresent() && hasEnded.test(segment.get().run())) {
                    settle(file, segment.get());
                }
            }
            removeUnfinished();
            if (!doomed.isEmpty()) {
                discard();
            }
            for (Path run : staging) {
                removeStaging(run);
            }
            return new Recovered(confirmed, discarded, objects, runs, problems);
        }

        private Optional<Segment> headerOf(Path file) throws IOException {
            try (SegmentReader reader = manifests.open(file)) {
                return Optional.of(reader.segment());
            } catch (NoSuchFileException settled) {
                return Optional.empty();
            } catch (WeirException damaged) {
                problems.addAll(damaged.problems());
                return Optional.empty();
            }
        }

        // Whoever announces a changeset shares the lock until it is settled: alone with it, there is nobody left. The
        // segment is confirmed when outside readers see it: until then, the next recovery shows it to them.
        private void settleChangeset(Path file, Segment segment) throws IOException {
            try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.ALONE)) {
                if (warehouse.files().size(file).isEmpty()) {
                    return;
                }
                Optional<Committed> outcome = commits.apply(segment.group());
                if (outcome.isPresent()) {
                    show.accept(segment.environment());
                    confirm(file, segment, outcome.get());
                } else {
                    warehouse.files().delete(file);
                    discarded++;
                }
            }
        }

        private void removeUnfinished() throws IOException {
            for (Path file : warehouse.files().list(warehouse.manifestsFolder())) {
                if (file.getFileName().toString().endsWith(ManifestedChangesets.UNFINISHED)) {
                    try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.ALONE)) {
                        warehouse.files().delete(file);
                    }
                }
            }
        }

        private void settle(Path file, Segment segment) throws IOException {
            Optional<Committed> outcome = commits.apply(segment.group());
            if (outcome.isEmpty()) {
                doomed.add(file);
                return;
            }
            confirm(file, segment, outcome.get());
        }

        private void confirm(Path file, Segment segment, Committed outcome) throws IOException {
            String name = Segment.confirmedNameOf(segment.group(), outcome.firstSequence());
            try {
                warehouse.files().move(file, warehouse.confirmedFolder().resolve(name));
                confirmed++;
            } catch (NoSuchFileException settled) {
                // Another process was quicker.
            }
            crashPoints.reached(CrashPoint.P7_SEGMENT_CONFIRMED);
        }

        private void discard() throws IOException {
            // Alone: whoever places an object finds it either still there and keeps it, or gone and places it again. The
            // segments too: who still found one would place what it names, and nothing would name that in the end.
            try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.ALONE)) {
                objects += new ObjectRemoval(warehouse, crashPoints, CrashPoint.R1_OBJECT_REMOVED).remove(unreferenced());
                crashPoints.reached(CrashPoint.R2_OBJECTS_REMOVED);
                removeSegments();
            } catch (WeirException damaged) {
                // Nobody knows what a damaged segment names, so nothing is removed beside it.
                problems.addAll(damaged.problems());
            }
        }

        private void removeSegments() throws IOException {
            for (Path segment : doomed) {
                warehouse.files().delete(segment);
                discarded++;
                crashPoints.reached(CrashPoint.R3_SEGMENT_REMOVED);
            }
        }

        private Set<Path> unreferenced() throws IOException {
            Set<Path> objects = new TreeSet<>();
            for (Path segment : doomed) {
                boolean _ = forEachObject(segment, objects::add);
            }
            while (!objects.isEmpty() && !withoutReferenced(objects)) {
                // A segment was confirmed under our eyes and has another name now: look again.
                Thread.onSpinWait();
            }
            return objects;
        }

        private boolean withoutReferenced(Set<Path> objects) throws IOException {
            List<Path> others = new ArrayList<>(manifests.segmentsIn(warehouse.manifestsFolder()));
            others.removeAll(doomed);
            others.addAll(manifests.segmentsIn(warehouse.confirmedFolder()));
            for (Path other : others) {
                if (!forEachObject(other, objects::remove)) {
                    return false;
                }
            }
            return true;
        }

        private void removeStaging(Path folder) throws IOException {
            Optional<RunId> run = runOf(folder);
            if (run.isPresent() && hasEnded.test(run.get())) {
                warehouse.durable().deleteAll(folder);
                runs++;
                crashPoints.reached(CrashPoint.R4_STAGING_REMOVED);
            }
        }
    }

    /// @return whether the segment is there
    private boolean forEachObject(Path file, Consumer<Path> object) throws IOException {
        try (SegmentReader reader = manifests.open(file)) {
            if (reader.segment().files() == 0) {
                return true;
            }
            reader.forEach(OptionalLong.empty(), entry -> {
                if (entry instanceof ManifestEntry.Made made) {
                    for (DataFile each : made.version().content().dataFiles()) {
                        object.accept(warehouse.resolveObject(each.path()));
                    }
                }
            });
            return true;
        } catch (NoSuchFileException settled) {
            return false;
        }
    }

    static Optional<RunId> runOf(Path folder) {
        try {
            return Optional.of(RunId.parse(folder.getFileName().toString()));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }
}
