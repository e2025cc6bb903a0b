package dev.weir.materializer.version;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// That somebody let a version count as made by other code or configuration than it was. Kept among the metadata of the
/// version, as something that was said about it.
///
/// @param code the digest of the code it was made by
/// @param config the digest of the configuration it was made with
public record Acceptance(Instant at, String reason, String code, String config) {

    private static final String AT = "weir.accepted_at";
    private static final String REASON = "weir.accepted_because";
    private static final String CODE = "weir.made_by_code";
    private static final String CONFIG = "weir.made_with_config";

    /// What was accepted of a version, if anything was.
    public static Optional<Acceptance> of(Version version) {
        Map<String, Object> metadata = version.metadata();
        return metadata.containsKey(AT)
                ? Optional.of(new Acceptance(
                        Instant.parse(text(metadata, AT)),
                        text(metadata, REASON),
                        text(metadata, CODE),
                        text(metadata, CONFIG)))
                : Optional.empty();
    }

    private static String text(Map<String, Object> metadata, String name) {
        return String.valueOf(metadata.get(name));
    }

    /// The metadata with this said.
    Map<String, Object> addedTo(Map<String, Object> metadata) {
        Map<String, Object> all = new LinkedHashMap<>(metadata);
        all.put(AT, at.toString());
        all.put(REASON, reason);
        all.put(CODE, code);
        all.put(CONFIG, config);
        return all;
    }
}
