package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import java.util.Optional;

/// Which runs somebody asks for: a part of them, newest first.
///
/// @param status those that stand so; all if empty
/// @param asset those that made, tried or are at work on a partition of it; all if empty
/// @param offset how many to leave out
/// @param limit how many at most
public record RunQuery(Optional<RunStatus> status, Optional<AssetKey> asset, int offset, int limit) {

    public RunQuery {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("Offset %d and limit %d must not be negative".formatted(offset, limit));
        }
    }

    public static RunQuery newest(int limit) {
        return new RunQuery(Optional.empty(), Optional.empty(), 0, limit);
    }
}
