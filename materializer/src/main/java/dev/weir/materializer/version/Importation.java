package dev.weir.materializer.version;

import java.util.Map;
import java.util.Optional;

/// That a version was not computed, but made of files that were there before. Kept among the metadata of the version.
///
/// @param from where the files lay, as somebody named it
public record Importation(String from) {

    private static final String FROM = "weir.imported_from";

    /// Where a version was imported from, if it was.
    public static Optional<Importation> of(Version version) {
        return Optional.ofNullable(version.metadata().get(FROM)).map(from -> new Importation(from.toString()));
    }

    /// What is said of a version that is imported.
    public static Map<String, Object> metadata(String from) {
        return Map.of(FROM, from);
    }
}
