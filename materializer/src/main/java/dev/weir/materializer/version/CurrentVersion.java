package dev.weir.materializer.version;

/// What readers of an environment see for one asset partition.
///
/// @param sequence the commit that made it current
public record CurrentVersion(Version version, long sequence) {}
