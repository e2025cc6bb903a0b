package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ColumnUse;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is shown of verdicts: of columns that are sensitive how many values are wrong, and not which.
///
/// @param sensitive the columns
/// @param checks those that the asset declares
record ShownVerdict(Set<String> sensitive, List<CheckSpec> checks) {

    static final ShownVerdict WHOLE = new ShownVerdict(Set.of(), List.of());

    /// What ready-made checks count.
    private static final Set<String> COUNTS = Set.of(
            "rows", "nulls", "null_rate", "nan", "below", "above", "duplicates", "orphans", "referred_rows", "quarantined", "share",
            "put_aside");

    static ShownVerdict ofPages(AssetKey asset, ProjectFacts facts) {
        return new ShownVerdict(SensitiveColumns.of(asset, facts), facts.checksOf(asset));
    }

    /// What a method of the author's tells of its finding is told.
    Map<String, Object> metadata(Verdict verdict) {
        Map<String, Object> metadata = new LinkedHashMap<>(verdict.result().metadata());
        if (isAboutSensitive(verdict)) {
            metadata.replaceAll((name, value) -> COUNTS.contains(name) ? value : SensitiveColumns.MASK);
        }
        return metadata;
    }

    List<Map<String, String>> sample(Verdict verdict) {
        return verdict.result().sample().stream().map(this::row).toList();
    }

    private Map<String, String> row(Map<String, String> row) {
        Map<String, String> shown = new LinkedHashMap<>(row);
        shown.replaceAll((column, text) -> sensitive.contains(column) && !text.equals("null") ? SensitiveColumns.MASK : text);
        return shown;
    }

    private boolean isAboutSensitive(Verdict verdict) {
        if (sensitive.isEmpty()) {
            return false;
        }
        Optional<CheckRule> rule = checks.stream()
                .filter(check -> check.name().equals(verdict.check().name()))
                .map(CheckSpec::rule)
                .findFirst();
        // Of a check that is no longer declared nobody knows what it was about.
        return rule.map(known -> switch (known) {
                    case ReadyMade readyMade -> readyMade.columns().stream().map(ColumnUse::column).anyMatch(sensitive::contains);
                    case CheckRule.CustomMethod _ -> false;
                })
                .orElse(true);
    }
}
