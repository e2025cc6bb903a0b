package dev.weir.lineageui.view;

import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The commits that versions were made at, as the runs have them that made them. Each run is looked up once.
public final class Revisions {
    private final RunStore runs;
    private final Map<RunId, Optional<Revision>> known = new HashMap<>();

    public Revisions(RunStore runs) {
        this.runs = runs;
    }

    public Optional<Revision> of(Version version) {
        return known.computeIfAbsent(
                version.origin().run(), run -> runs.find(run).flatMap(found -> Optional.ofNullable(found.revision())));
    }
}
