package dev.weir.cli.owner;

/// Which Weir a process runs.
///
/// @param version as people call it
/// @param build tells it from all others on this machine
public record WeirBuild(String version, String build) {}
