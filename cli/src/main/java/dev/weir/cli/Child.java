package dev.weir.cli;

import dev.weir.cli.log.ChildLog;
import dev.weir.materializer.child.ChildMain;
import java.io.IOException;

/// The process of one step of an asset that runs in its own, with the loggers that steps have in Weir's.
public final class Child {

    private Child() {}

    /// @param words as those of [ChildMain]
    public static void main(String[] words) throws IOException {
        System.setProperty("java.util.logging.config.class", "dev.weir.cli.log.JavaLogging");
        ChildLog.begin();
        ChildMain.main(words);
    }
}
