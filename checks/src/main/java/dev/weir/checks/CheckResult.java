package dev.weir.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a check found. Immutable.
///
/// @param passed whether what the check asserts holds
/// @param severity replaces the check's own severity for this result
/// @param metadata numbers and words that explain the result, in the order given
/// @param sample some of the rows that are wrong, each as text by column
/// @param label tells it from the other results of a method that gives several
public record CheckResult(
        boolean passed,
        Optional<CheckSeverity> severity,
        Map<String, Object> metadata,
        List<Map<String, String>> sample,
        Optional<Label> label) {

    /// What one of several results is called, the same in every run, and what holds when it passes.
    public record Label(String name, String description) {
        public Label {
            if (name.isBlank() || !name.strip().equals(name) || name.lines().count() > 1) {
                throw new IllegalArgumentException(
                        "A result named '%s': give a name on one line, without blanks around it".formatted(name));
            }
        }
    }

    /// @throws IllegalArgumentException naming it, if a value of the metadata is null
    public CheckResult {
        for (Map.Entry<String, ? extends @Nullable Object> said : metadata.entrySet()) {
            if (said.getValue() == null) {
                throw new IllegalArgumentException(
                        "Metadata '%s' is null: leave it out, or say what it is".formatted(said.getKey()));
            }
        }
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        sample = List.copyOf(sample);
    }

    public CheckResult(
            boolean passed,
            Optional<CheckSeverity> severity,
            Map<String, Object> metadata,
            List<Map<String, String>> sample) {
        this(passed, severity, metadata, sample, Optional.empty());
    }

    public static CheckResult of(boolean passed) {
        return new CheckResult(passed, Optional.empty(), Map.of(), List.of());
    }

    /// One of several results of a method. The name is to be the same in every run, for it tells what is compared.
    public CheckResult named(String name) {
        return named(name, "");
    }

    /// The same, with what holds when it passes.
    public CheckResult named(String name, String description) {
        return new CheckResult(passed, severity, metadata, sample, Optional.of(new Label(name, description)));
    }

    public CheckResult with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(name, value);
        return new CheckResult(passed, severity, more, sample, label);
    }

    public CheckResult severity(CheckSeverity other) {
        return new CheckResult(passed, Optional.of(other), metadata, sample, label);
    }

    public CheckResult sample(Map<String, String> row) {
        List<Map<String, String>> more = new ArrayList<>(sample);
        more.add(Collections.unmodifiableMap(new LinkedHashMap<>(row)));
        return new CheckResult(passed, severity, metadata, more, label);
    }
}
