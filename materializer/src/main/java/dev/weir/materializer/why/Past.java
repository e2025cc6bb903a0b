package dev.weir.materializer.why;

import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows versions back to what made them.
final class Past {

    private final VersionStore versions;
    private final RunStore runs;
    private final VersionChanges changes;

    Past(EnvironmentName environment, VersionStore versions, RunStore runs, Names names) {
        this.versions = versions;
        this.runs = runs;
        changes = new VersionChanges(environment, versions, names);
    }

    /// Why a version was made, then why the input was made that differed, and so on.
    List<Cause> explain(Version version) {
        List<Cause> chain = new ArrayList<>();
        Optional<Version> made = Optional.of(version);
        while (made.isPresent()) {
            Optional<VersionChanges.Change> change = changeIn(made.get());
            chain.add(new Cause.Made(made.get(), change.map(VersionChanges.Change::reason), recorded(made.get())));
            made = change.flatMap(VersionChanges.Change::input).map(input -> bringer(input.now(), input.before()));
        }
        return chain;
    }

    /// Why a version has other data than an earlier one.
    List<Cause> explainData(Version now, Optional<Version> before) {
        return explain(before.map(earlier -> bringer(now, earlier)).orElse(now));
    }

    // Of the versions since `before`, the one in which the data of `now` came up: later ones may be equal
    // recomputations. What was collected meanwhile is remembered.
    private Version bringer(Version now, Version before) {
        Version bringer = now;
        for (Version older : versions.publishedBefore(now.target(), now.number(), Integer.MAX_VALUE)) {
            if (older.number() <= before.number()
                    || !older.digests().data().equals(now.digests().data())) {
                break;
            }
            bringer = older;
        }
        return bringer;
    }

    private Optional<Version> before(Version version) {
        return versions.publishedBefore(version.target(), version.number(), 1).stream().findFirst();
    }

    private Optional<VersionChanges.Change> changeIn(Version version) {
        return before(version).flatMap(before -> changes.between(before, version));
    }

    private Optional<String> recorded(Version version) {
        return runs.stepOf(version.origin().run(), version.target()).map(StepRecord::reason);
    }
}
