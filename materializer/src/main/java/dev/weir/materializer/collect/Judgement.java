package dev.weir.materializer.collect;

import dev.weir.materializer.version.VersionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What may go of some versions, and why the others may not.
///
/// @param condemned those that go, in the order they were asked about
public record Judgement(List<VersionId> condemned, Map<VersionId, Kept> kept) {

    public Judgement {
        condemned = List.copyOf(condemned);
        kept = Map.copyOf(kept);
    }

    /// What is known of a version that may go.
    ///
    /// @param kept what speaks for it by itself
    /// @param readers the versions that were made of it
    public record Facts(VersionId version, Optional<Kept> kept, List<VersionId> readers) {
        public Facts {
            readers = List.copyOf(readers);
        }
    }

    /// Whoever was made of a version is newer than it: where the newest come first, each reader is decided about before what
    /// it has read.
    ///
    /// @param isGone whether a version was condemned before, or is not there any more
    public static Judgement of(List<Facts> newestFirst, Predicate<VersionId> isGone) {
        Map<VersionId, Kept> kept = new LinkedHashMap<>();
        List<VersionId> condemned = new ArrayList<>();
        Set<VersionId> going = new HashSet<>();
        for (Facts facts : newestFirst) {
            Optional<VersionId> reader = facts.readers().stream()
                    .filter(each -> !going.contains(each) && !isGone.test(each))
                    .findFirst();
            Optional<Kept> why = facts.kept().or(() -> reader.map(Kept.InputOf::new));
            if (why.isPresent()) {
                kept.put(facts.version(), why.get());
            } else {
                going.add(facts.version());
                condemned.add(facts.version());
            }
        }
        return new Judgement(condemned, kept);
    }

    /// This as an earlier answer, of which some were asked about again.
    Judgement after(Judgement newer) {
        Map<VersionId, Kept> all = new LinkedHashMap<>(kept);
        all.putAll(newer.kept());
        return new Judgement(newer.condemned(), all);
    }
}
