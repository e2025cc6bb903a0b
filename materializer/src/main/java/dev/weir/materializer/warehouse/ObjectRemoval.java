package dev.weir.materializer.warehouse;

import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/// Removes objects durably, with the folders that are empty then. Whoever calls it has the warehouse locked for itself and
/// knows that nobody needs them.
final class ObjectRemoval {

    private final Warehouse warehouse;
    private final CrashPoints crashPoints;
    private final CrashPoint afterEach;

    /// @param afterEach is passed whenever one is gone
    ObjectRemoval(Warehouse warehouse, CrashPoints crashPoints, CrashPoint afterEach) {
        this.warehouse = warehouse;
        this.crashPoints = crashPoints;
        this.afterEach = afterEach;
    }

    /// @return how many of them were there
    int remove(Set<Path> objects) throws IOException {
        int removed = 0;
        Set<Path> folders = new TreeSet<>(Comparator.reverseOrder());
        for (Path object : objects) {
            if (warehouse.files().size(object).isPresent()) {
                warehouse.files().delete(object);
                removed++;
                crashPoints.reached(afterEach);
            }
            addFolders(object, folders);
        }
        // The deepest first.
        for (Path folder : folders) {
            if (warehouse.files().isFolder(folder)) {
                warehouse.files().syncFolder(folder);
                removeIfEmpty(folder);
            }
        }
        return removed;
    }

    /// Those in which it lies, up to that of its partition.
    private void addFolders(Path object, Set<Path> folders) {
        int ofPartition = warehouse.objectsFolder().getNameCount() + 2;
        Path folder = DurableFiles.parentOf(object);
        while (folder.getNameCount() >= ofPartition && folders.add(folder)) {
            folder = DurableFiles.parentOf(folder);
        }
    }

    private void removeIfEmpty(Path folder) throws IOException {
        try {
            warehouse.files().delete(folder);
        } catch (DirectoryNotEmptyException inUse) {
            // It holds objects of other versions.
        }
    }
}
