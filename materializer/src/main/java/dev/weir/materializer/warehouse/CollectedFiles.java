package dev.weir.materializer.warehouse;

import dev.weir.materializer.collect.Condemned;
import dev.weir.materializer.collect.CondemnedFiles;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Removes the files of condemned versions.
///
/// Invariants. The warehouse is locked alone: whoever places an object finds it either still there and keeps it, named by a
/// manifest that is looked at here, or gone and places it again. First the manifests cease to name the versions, then objects
/// go that nothing else names: no manifest of a group that may yet be committed, and no version whose files
/// were not removed, whether or not it is condemned too. Manifests are listed before the versions are asked for, so that a group
/// which is confirmed meanwhile is found in one of them. Stopping anywhere and starting anew comes to the same end.
final class CollectedFiles implements CondemnedFiles {

    private final Warehouse warehouse;
    private final CrashPoints crashPoints;

    CollectedFiles(Warehouse warehouse, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.crashPoints = crashPoints;
    }

    @Override
    public Removed remove(
            List<Condemned> condemned, Function<Collection<AssetPartition>, List<Version>> withFiles) {
        try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.ALONE)) {
            List<Condemned> out = new CollectedSegments(warehouse, crashPoints).takeOut(condemned);
            Set<Path> objects = new TreeSet<>();
            out.forEach(each -> addObjects(each.version(), objects));
            keepUnconfirmed(objects);
            keepShared(out, withFiles, objects);
            int files = new ObjectRemoval(warehouse, crashPoints, CrashPoint.C3_OBJECT_REMOVED).remove(objects);
            crashPoints.reached(CrashPoint.C4_OBJECTS_REMOVED);
            return new Removed(out.stream().map(each -> each.version().id()).toList(), files);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "remove the files of collected versions", failure);
        }
    }

    private void addObjects(Version version, Set<Path> objects) {
        for (DataFile file : version.content().dataFiles()) {
            objects.add(warehouse.resolve(file.path()));
        }
    }

    private void keepUnconfirmed(Set<Path> objects) throws IOException {
        for (Path file : warehouse.manifests().segmentsIn(warehouse.manifestsFolder())) {
            try (SegmentReader reader = warehouse.manifests().open(file)) {
                reader.forEach(OptionalLong.empty(), entry -> {
                    if (entry instanceof ManifestEntry.Made made) {
                        Set<Path> named = new HashSet<>();
                        addObjects(made.version(), named);
                        objects.removeAll(named);
                    }
                });
            } catch (NoSuchFileException confirmed) {
                // Under our eyes: then the database knows its versions.
            }
        }
    }

    private void keepShared(
            List<Condemned> out, Function<Collection<AssetPartition>, List<Version>> withFiles, Set<Path> objects) {
        Set<VersionId> going = new HashSet<>();
        Set<AssetPartition> partitions = new TreeSet<>();
        out.forEach(each -> {
            going.add(each.version().id());
            partitions.add(each.version().target());
        });
        for (Version version : withFiles.apply(partitions)) {
            if (!going.contains(version.id())) {
                Set<Path> named = new HashSet<>();
                addObjects(version, named);
                objects.removeAll(named);
            }
        }
    }
}
