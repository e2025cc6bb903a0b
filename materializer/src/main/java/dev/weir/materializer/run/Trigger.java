package dev.weir.materializer.run;

import java.util.Locale;

/// What asked for a run.
public enum Trigger {
    /// A command line.
    COMMAND,
    /// The page, in a browser.
    PAGE,
    /// A program, over HTTP.
    HTTP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
