package dev.weir.materializer.version;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// One immutable result of one asset partition, published or rejected.
///
/// @param number counts the versions of this asset partition from 1; with it people name the version
/// @param origin what made it
/// @param inputs exactly what it read, in the order of the method's parameters, then what it only waited for
/// @param metadata what the asset said about it, and what was measured; values are text, numbers and booleans
/// @param tainted why it must not be read although it was published; empty while nothing speaks against it
public record Version(
        VersionId id,
        AssetPartition target,
        long number,
        VersionState state,
        Origin origin,
        Digests digests,
        Content content,
        List<InputUse> inputs,
        Map<String, Object> metadata,
        Map<String, String> tags,
        String tainted) {

    /// By when they were made; of one moment, by id.
    public static final Comparator<Version> OLDEST_FIRST =
            Comparator.comparing((Version version) -> version.origin().createdAt()).thenComparing(Version::id);

    public Version {
        inputs = List.copyOf(inputs);
        metadata = Map.copyOf(metadata);
        tags = Map.copyOf(tags);
    }

    /// This version with another word on why it must not be read.
    public Version tainted(String why) {
        return new Version(id, target, number, state, origin, digests, content, inputs, metadata, tags, why);
    }

    /// This version when it is given up.
    public Version condemned() {
        return new Version(
                id, target, number, VersionState.CONDEMNED, origin, digests, content, inputs, metadata, tags, tainted);
    }

    /// This version with something else in it, such as a part of what it holds.
    public Version holding(Content other) {
        return new Version(id, target, number, state, origin, digests, other, inputs, metadata, tags, tainted);
    }

    /// This version as if it was made by other code and configuration. What it was really made by is kept, also if it was
    /// accepted before.
    ///
    /// @param configured the values of that configuration, as text by their names
    public Version accepted(
            CodeDigest code, ConfigDigest config, SortedMap<String, String> configured, String reason, Instant at) {
        Acceptance acceptance = Acceptance.of(this)
                .map(before -> new Acceptance(at, reason, before.code(), before.config()))
                .orElseGet(() -> new Acceptance(
                        at, reason, digests.code().value().toString(), digests.config().value().toString()));
        Digests adopted = new Digests(code, config, digests.inputs(), digests.data());
        Map<String, Object> said = acceptance.addedTo(Configured.in(metadata, configured));
        return new Version(id, target, number, state, origin, adopted, content, inputs, said, tags, tainted);
    }

    /// What made a version, and when.
    ///
    /// @param attempt which attempt of the run's step, from 1
    /// @param epoch the claim under which it was made
    public record Origin(RunId run, int attempt, long epoch, Instant createdAt) {}
}
