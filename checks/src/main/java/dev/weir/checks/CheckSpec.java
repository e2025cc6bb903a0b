package dev.weir.checks;

/// One check as declared.
///
/// @param asset a reference to the asset it is about: a key, or the last segment of one; the whole key once it is linked,
///     as are the references of what a method reads
/// @param name unique for the asset
/// @param description what holds when it passes, in a few words
public record CheckSpec(String asset, String name, String description, CheckSeverity severity, CheckRule rule) {}
