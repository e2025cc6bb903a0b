package dev.weir.materializer.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Reads back what the manifests say: enough to tell pointers, versions, verdicts and lineage when the database is lost.
public final class ManifestReader {

    private final Warehouse warehouse;

    ManifestReader(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// Hands over every line of every committed group, in the order of the commits; one segment at a time is in memory.
    ///
    /// @throws dev.weir.assets.problem.WeirException if a segment is damaged or of a newer Weir
    public void forEachCommitted(Consumer<ManifestEntry> reader) {
        try {
            for (Path file : segmentsIn(warehouse.confirmedFolder())) {
                try (SegmentReader segment = open(file)) {
                    segment.forEach(OptionalLong.of(firstSequenceOf(file)), reader);
                }
            }
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read its manifests", failure);
        }
    }

    SegmentReader open(Path file) throws IOException {
        return new SegmentReader(file, warehouse.files().read(file));
    }

    /// By name. Files that are no segments are passed over.
    List<Path> segmentsIn(Path folder) throws IOException {
        List<Path> segments = new ArrayList<>();
        for (Path file : warehouse.files().list(folder)) {
            if (Segment.isName(file.getFileName().toString())) {
                segments.add(file);
            }
        }
        return segments;
    }

    private static long firstSequenceOf(Path file) {
        return Segment.firstSequenceIn(file.getFileName().toString());
    }
}
