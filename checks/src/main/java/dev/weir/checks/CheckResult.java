package dev.weir.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a check found. Immutable.
///
/// @param passed whether what the check asserts holds
/// @param severity replaces the check's own severity for this result
/// @param metadata numbers and words that explain the result, in the order given
/// @param sample some of the rows that are wrong, each as text by column
public record CheckResult(
        boolean passed,
        Optional<CheckSeverity> severity,
        Map<String, Object> metadata,
        List<Map<String, String>> sample) {

    public CheckResult {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        sample = List.copyOf(sample);
    }

    public static CheckResult of(boolean passed) {
        return new CheckResult(passed, Optional.empty(), Map.of(), List.of());
    }

    public CheckResult with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(name, value);
        return new CheckResult(passed, severity, more, sample);
    }

    public CheckResult severity(CheckSeverity other) {
        return new CheckResult(passed, Optional.of(other), metadata, sample);
    }

    public CheckResult sample(Map<String, String> row) {
        List<Map<String, String>> more = new ArrayList<>(sample);
        more.add(Collections.unmodifiableMap(new LinkedHashMap<>(row)));
        return new CheckResult(passed, severity, metadata, more);
    }
}
