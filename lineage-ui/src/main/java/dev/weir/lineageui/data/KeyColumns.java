package dev.weir.lineageui.data;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.lineageui.view.ProjectFacts;
import java.util.Arrays;
import java.util.List;

/// The columns that tell rows of an asset apart.
public final class KeyColumns {

    private KeyColumns() {}

    /// Those that somebody has typed, with commas between them.
    public static List<String> typed(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(column -> !column.isEmpty())
                .toList();
    }

    /// Those of the first `@Unique` whose columns both tables have; none if there is no such.
    public static List<String> declared(AssetKey asset, Schema before, Schema after, ProjectFacts facts) {
        return facts.checksOf(asset).stream()
                .map(CheckSpec::rule)
                .filter(ReadyMade.UniqueColumns.class::isInstance)
                .map(rule -> ((ReadyMade.UniqueColumns) rule).columnNames())
                .filter(columns -> before.names().containsAll(columns))
                .filter(columns -> after.names().containsAll(columns))
                .findFirst()
                .orElse(List.of());
    }
}
