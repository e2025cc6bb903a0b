package dev.weir.lineageui.data;

import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.materializer.version.Version;
import java.util.Set;

/// The columns whose values a page does not show.
final class SensitiveColumns {

    private SensitiveColumns() {}

    /// As the asset declares them now.
    static Set<String> of(ProjectFacts facts, Version version) {
        return Set.of();
    }
}
