package dev.weir.assets.digest.code;

import java.util.Collection;
import java.util.Optional;

/// Where class files are found. Names are written as in class files: `com/acme/Flights$Row`.
public interface ClassFiles {

    /// All classes of the user's code: what counts as code of a project's own.
    Collection<String> names();

    /// The file of a class of the user's code; nothing for any other class.
    Optional<byte[]> own(String name);

    /// The file of a class of the JDK or of a library.
    Optional<byte[]> foreign(String name);
}
