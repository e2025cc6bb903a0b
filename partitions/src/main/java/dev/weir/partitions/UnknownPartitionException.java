package dev.weir.partitions;

/// A key that a partitions definition does not have. The message says the fact and the way out, but not the asset:
/// whoever knows it puts it in front.
public final class UnknownPartitionException extends RuntimeException {
    public UnknownPartitionException(String message) {
        super(message);
    }
}
