package dev.weir.assets.spec;

/// Whether what a parameter reads has to be declared.
public enum Presence {
    /// It has to be, and javac knows it.
    DECLARED,
    /// It has to be when the project is loaded; a provider may bring it, which javac does not know.
    PROVIDED,
    /// It need not be, as where a pattern may match nothing.
    OPTIONAL
}
