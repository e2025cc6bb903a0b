package dev.weir.assets.digest.code;

/// A method at which the engine enters user code, named as in class files; the body of a lambda, say.
///
/// @param descriptor empty if all methods of that name are meant
public record CodeEntry(String owner, String method, String descriptor) {}
