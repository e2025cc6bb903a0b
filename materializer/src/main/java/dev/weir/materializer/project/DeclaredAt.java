package dev.weir.materializer.project;

import dev.weir.materializer.project.source.MethodText;
import java.util.Optional;

/// Where an asset is declared, as far as the files of the project tell.
public sealed interface DeclaredAt {

    /// In a source that is as it was compiled.
    ///
    /// @param file below the folder of the project, with slashes
    record Read(String file, MethodText text) implements DeclaredAt {}

    /// The same, without its lines.
    record Placed(String file, int line) implements DeclaredAt {}

    /// In a source that cannot be shown.
    ///
    /// @param why the fact, as a sentence
    record Named(String file, String why) implements DeclaredAt {}

    /// Nobody knows where.
    ///
    /// @param why the fact, as a sentence
    record Unknown(String why) implements DeclaredAt {}

    /// `Shop.java:12`, or as much of it as is known.
    default Optional<String> place() {
        return switch (this) {
            case Read(String file, MethodText text) -> Optional.of(file + ":" + text.line());
            case Placed(String file, int line) -> Optional.of(file + ":" + line);
            case Named(String file, _) -> Optional.of(file);
            case Unknown _ -> Optional.empty();
        };
    }

    /// How much is wanted: to find the lines a source has to be parsed, which takes a quarter of a second the first time.
    enum Detail {
        PLACE,
        LINES
    }
}
