package dev.weir.assets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an asset's method gives back when it has more to say than the data: metadata, tags, a data version of its own.
/// Immutable.
///
/// @param value the data: whatever the method could return by itself
/// @param metadata what is recorded with the version, in the order given; values are strings, numbers, booleans, dates
///     and instants
/// @param tags labels of this version
/// @param dataVersion replaces the digest of the data where the author knows better what counts as a change
public record Output<T>(
        T value, Map<String, Object> metadata, Map<String, String> tags, Optional<String> dataVersion) {

    /// @throws IllegalArgumentException naming it, if something that is said is null
    public Output {
        metadata.forEach((name, said) -> requireSaid("Metadata", name, said));
        tags.forEach((name, said) -> requireSaid("Tag", name, said));
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    public static <T> Output<T> of(T value) {
        return new Output<>(value, Map.of(), Map.of(), Optional.empty());
    }

    public Output<T> with(String name, Object metadataValue) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(name, metadataValue);
        return new Output<>(value, more, tags, dataVersion);
    }

    public Output<T> tagged(String name, String tagValue) {
        Map<String, String> more = new LinkedHashMap<>(tags);
        more.put(name, tagValue);
        return new Output<>(value, metadata, more, dataVersion);
    }

    public Output<T> withDataVersion(String version) {
        return new Output<>(value, metadata, tags, Optional.of(version));
    }

    private static void requireSaid(String what, String name, @Nullable Object said) {
        if (said == null) {
            throw new IllegalArgumentException("%s '%s' is null: leave it out, or say what it is".formatted(what, name));
        }
    }
}
