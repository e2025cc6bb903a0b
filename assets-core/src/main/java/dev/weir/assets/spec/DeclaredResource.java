package dev.weir.assets.spec;

/// A resource and the class in whose index it stands, whose module makes it.
///
/// @param declaringClass the binary name of that class
public record DeclaredResource(String declaringClass, ResourceSpec spec) {}
