package dev.weir.materializer.child;

import java.nio.file.Path;

/// The files through which a child is told what to do and says how it went.
///
/// @param folder below that of the attempt
record ChildFiles(Path folder) {

    Path job() {
        return folder.resolve("job");
    }

    /// There under its name once it is complete.
    Path result() {
        return folder.resolve("result");
    }

    Path messages() {
        return folder.resolve("messages.jsonl");
    }

    /// What the JVM writes when it crashes.
    Path crash() {
        return folder.resolve("crash");
    }
}
