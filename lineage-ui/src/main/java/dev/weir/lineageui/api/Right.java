package dev.weir.lineageui.api;

import java.util.Locale;

/// What somebody must be allowed to do to call a route.
public enum Right {
    /// Nothing: to log in.
    NONE,
    /// Look.
    READ,
    /// Start and cancel runs.
    LAUNCH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
