package dev.weir.materializer.project.provided;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.code.CodeEntry;
import java.util.List;
import java.util.Optional;

/// Where a provided asset comes from.
///
/// @param provider the binary name of the class that added it
/// @param code where its code begins; empty for a query
/// @param values of what that code was given, except for resources; empty if that is nothing
/// @param resources the binary names of what it was given of the provider's constructor, and of the provider itself
public record ProvidedSource(
        String provider, Optional<CodeEntry> code, Optional<Digest> values, List<String> resources) {
    public ProvidedSource {
        resources = List.copyOf(resources);
    }
}
