package dev.weir.checks;

import dev.weir.assets.AssetCheck;
import dev.weir.assets.Table;
import java.time.Instant;
import java.util.Optional;

/// A ready-made check declared in code.
///
/// @param name empty for the one its rule suggests, such as `null_rate_value`
public record ReadyMadeCheck(ReadyMade rule, CheckSeverity severity, Optional<String> name)
        implements AssetCheck, TableCheck {

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
        return new CheckSpec(asset, label().name(), label().description(), severity, rule);
    }

    /// The same, where a method has the table that a foreign key refers to.
    public TableCheck in(Table<?> referred) {
        return new Within(this, referred);
    }

    /// The same, where a method says when a column is to be fresh, such as at the end of its window.
    public TableCheck at(Instant moment) {
        return new At(this, moment);
    }

    /// What it is called, and what holds when it passes.
    public CheckResult.Label label() {
        return new CheckResult.Label(name.orElseGet(() -> RuleWords.nameOf(rule)), RuleWords.descriptionOf(rule));
    }

    @Override
    public ReadyMadeCheck check() {
        return this;
    }
}
