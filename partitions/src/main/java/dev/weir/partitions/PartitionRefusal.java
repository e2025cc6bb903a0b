package dev.weir.partitions;

/// Why a request selects nothing of a definition.
///
/// @param message the fact and the way out, but not the asset: whoever knows it puts it in front
public record PartitionRefusal(Reason reason, String message) {

    public enum Reason {
        /// The request is about partitions and the asset has none.
        UNPARTITIONED,
        /// The asset's windows are longer than what is asked for.
        TOO_COARSE,
        /// The asset has no such partitions, or not yet.
        OUTSIDE,
        /// The request cannot be read.
        MALFORMED
    }

    @Override
    public String toString() {
        return message;
    }
}
