package dev.weir.checks;

import java.util.List;

/// The checks of one class.
///
/// @param prefix of the keys of the class, such as `warehouse`, under which references are looked for first; or empty
public record DeclaredChecks(String prefix, List<CheckSpec> checks) {
    public DeclaredChecks {
        checks = List.copyOf(checks);
    }
}
