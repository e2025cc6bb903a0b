package dev.weir.cli.run;

/// How much of what steps say is shown as it happens.
public enum Said {
    /// What they print; what they log only if they fail.
    PRINTED,
    /// All of it.
    ALL
}
