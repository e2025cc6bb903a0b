package dev.weir.materializer.history;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The records of what is over. No answer about what is kept, failing, at work or stale is made of what it gives away, and what
/// it gives away it would always give away again. Threads may share it, and several processes may forget at once.
public interface HistoryStore {

    /// The assets of which versions were collected.
    List<AssetKey> collectedFrom();

    /// The versions of an asset that were collected, whose files are gone, whose run has ended before then, and that
    /// [Unneeded] picks; in no particular order.
    List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore);

    /// Those among them that were read by none that is there.
    ///
    /// @param newestFirst as [#unneeded] gave them
    /// @param asIfForgotten what is to count as not there any more
    List<VersionId> unread(List<VersionId> newestFirst, Set<VersionId> asIfForgotten);

    /// Forgets those among them that [#unread] names, all at once, with what they have read, what was found out about them and how their
    /// steps went.
    ///
    /// @return how many they are
    int forgetVersions(List<VersionId> newestFirst);

    /// Runs that have ended before then, of which there is no version any more, and none of whose steps is the last that its
    /// partition was claimed for, or a skip that stands; in the order of their ids.
    ///
    /// @param after only those with a greater id
    /// @param asIfForgotten what is to count as not there any more
    List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten);

    /// Forgets runs, all at once.
    ///
    /// @param runs as [#unneededRuns] gave them
    /// @return how many they are
    int forgetRuns(List<RunId> runs);

    /// Removes what nobody finds any more: how the steps of forgotten runs went, what only those were planned with, and who read what
    /// where both are forgotten. Begun anew it goes on.
    void sweep();

    /// How many notices, of steps that did not end well, are older than that.
    int notices(Instant before);

    /// Forgets those.
    ///
    /// @return how many they are
    int forgetNotices(Instant before);
}
