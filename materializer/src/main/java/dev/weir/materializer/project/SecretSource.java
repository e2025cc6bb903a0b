package dev.weir.materializer.project;

import java.nio.file.Path;

/// Where a secret comes from. It is read when something asks for it, never before.
public sealed interface SecretSource {

    /// An environment variable.
    record Variable(String name) implements SecretSource {}

    /// A file, whose last line break does not count.
    record File(Path path) implements SecretSource {}
}
