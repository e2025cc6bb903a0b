package dev.weir.materializer.version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/// An asset partition that was rolled back: what is current of it counts as up to date until it is released.
///
/// @param number of the version that is current; none if nothing is
/// @param reason why, as somebody wrote it; may be empty
public record Hold(AssetPartition target, OptionalLong number, String reason, Instant since) {

    /// One sentence: `orders is held at #1 since …, because …; weir release orders lets it be computed again.`
    public String describe(Names names) {
        String target = names.of(this.target);
        return "%s is held %s since %s%s; weir release %s lets it be computed again."
                .formatted(
                        target,
                        number.isPresent() ? "at #" + number.getAsLong() : "without a version",
                        since.truncatedTo(ChronoUnit.SECONDS),
                        reason.isEmpty() ? "" : ", because " + reason,
                        target);
    }
}
