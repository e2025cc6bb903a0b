package dev.weir.cli.kill;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.util.Optional;

/// A result of which a process has said that it is durable.
///
/// @param data the digest of its data
record Acknowledged(VersionState state, VersionId id, AssetPartition target, String data) {

    private static final String END = ".";

    /// None of a result that made no version.
    static Optional<Acknowledged> of(StepResult result) {
        return switch (result) {
            case StepResult.Published(Version version, _, _, _) -> Optional.of(of(VersionState.PUBLISHED, version));
            case StepResult.Rejected(Version version, _, _, _) -> Optional.of(of(VersionState.REJECTED, version));
            case StepResult.Failed _, StepResult.Skipped _, StepResult.Declined _, StepResult.Audited _ -> Optional.empty();
        };
    }

    static Acknowledged of(VersionState state, Version version) {
        return new Acknowledged(
                state, version.id(), version.target(), version.digests().data().toString());
    }

    /// None of a line that its process did not live to finish.
    static Optional<Acknowledged> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 6 || !words[5].equals(END)) {
            return Optional.empty();
        }
        AssetPartition target = new AssetPartition(AssetKey.parse(words[2]), Integer.parseInt(words[3]));
        return Optional.of(
                new Acknowledged(VersionState.valueOf(words[0]), VersionId.parse(words[1]), target, words[4]));
    }

    String line() {
        return "%s %s %s %d %s %s".formatted(state, id, target.asset(), target.ordinal(), data, END);
    }
}
