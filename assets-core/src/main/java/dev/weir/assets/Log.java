package dev.weir.assets;

/// Where an asset's method writes lines that are kept with its step.
public interface Log {

    /// Writes one line; `{}` stands for the next argument.
    void info(String message, Object... arguments);

    /// Writes one line that deserves a look.
    void warn(String message, Object... arguments);
}
