package dev.weir.checks;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.digest.code.CodeDigests;

/// Says what each check is at: the values of a ready-made rule, or the code of a method, and what a failure means. Name
/// and description do not count. One thread at a time.
public final class CheckDigests {

    private final CodeDigests code;
    private final Hasher hasher = new Hasher();

    public CheckDigests(CodeDigests code) {
        this.code = code;
    }

    public Digest of(CheckSpec check) {
        hasher.add("check").add(check.severity().name());
        switch (check.rule()) {
            case CheckRule.NotNullColumn rule -> hasher.add("not null").add(rule.column());
            case CheckRule.UniqueColumns rule -> hasher.add("unique").add(rule.columns());
            case CheckRule.ColumnRange rule ->
                hasher.add("range")
                        .add(rule.column())
                        .add(Double.doubleToLongBits(rule.min()))
                        .add(Double.doubleToLongBits(rule.max()));
            case CheckRule.RowCountRange rule ->
                hasher.add("row count").add(rule.min()).add(rule.max());
            case CheckRule.CustomMethod rule ->
                hasher.add("method").add(code.ofMethod(rule.declaringClass(), rule.method(), rule.parameters()));
        }
        return hasher.finish();
    }
}
