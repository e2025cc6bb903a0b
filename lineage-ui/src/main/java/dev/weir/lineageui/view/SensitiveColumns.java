package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Sensitive;
import dev.weir.assets.spec.RowType;
import java.util.Collections;
import java.util.Set;

/// The columns whose values are not shown to everybody, as [Sensitive] says.
public final class SensitiveColumns {

    /// Stands for a value that is there and not shown.
    public static final String MASK = "***";

    private SensitiveColumns() {}

    /// As the asset declares them now; of an older version as well.
    public static Set<String> of(AssetKey asset, ProjectFacts facts) {
        return facts.graph().asset(asset).output().row().map(RowType::sensitive).orElse(Collections.emptySortedSet());
    }
}
