package dev.weir.checks;

import dev.weir.assets.AssetCheck;
import java.util.Optional;

/// A ready-made check declared in code.
///
/// @param name empty for the one its rule suggests, such as `null_rate_value`
public record ReadyMadeCheck(ReadyMade rule, CheckSeverity severity, Optional<String> name) implements AssetCheck {

    static ReadyMadeCheck of(ReadyMade rule) {
        return new ReadyMadeCheck(rule, CheckSeverity.ERROR, Optional.empty());
    }

    /// The same, only recorded where it fails.
    public ReadyMadeCheck warn() {
        return new ReadyMadeCheck(rule, CheckSeverity.WARN, name);
    }

    /// The same under another name.
    public ReadyMadeCheck named(String other) {
        return new ReadyMadeCheck(rule, severity, Optional.of(other));
    }

    /// The check of an asset.
    ///
    /// @param asset a reference to it
    public CheckSpec on(String asset) {
        return new CheckSpec(
                asset, name.orElseGet(() -> RuleWords.nameOf(rule)), RuleWords.descriptionOf(rule), severity, rule);
    }
}
