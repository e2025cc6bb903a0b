package dev.weir.metadata;

/// How large the file of an embedded database was, and is since it was made smaller.
public record Compacted(long bytesBefore, long bytesAfter) {}
