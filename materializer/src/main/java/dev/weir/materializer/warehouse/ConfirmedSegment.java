package dev.weir.materializer.warehouse;

import java.util.List;

/// What one commit did, as its manifest says.
///
/// @param firstSequence the number of its first publication or move; of one without any, the number that the next one took
/// @param entries its lines, in order
public record ConfirmedSegment(Segment segment, long firstSequence, List<ManifestEntry> entries) {

    public ConfirmedSegment {
        entries = List.copyOf(entries);
    }

    /// How many of its lines have a number of the sequence.
    public int numbered() {
        int numbered = 0;
        for (ManifestEntry entry : entries) {
            numbered += entry.isNumbered() ? 1 : 0;
        }
        return numbered;
    }
}
