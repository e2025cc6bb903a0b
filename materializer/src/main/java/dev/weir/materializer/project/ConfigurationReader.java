package dev.weir.materializer.project;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.spec.ConfigSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the values of records, and says all that is wrong.
final class ConfigurationReader {

    private final Map<String, Map<String, WrittenText>> written = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param file by the name of the record and the component
    ConfigurationReader(Map<String, Map<String, WrittenText>> file) {
        file.forEach((name, section) -> written.put(name, new LinkedHashMap<>(section)));
    }

    List<Problem> problems() {
        return problems;
    }

    /// Takes `name.field=value`, which goes before the file.
    void override(String option) {
        int equals = option.indexOf('=');
        int dot = option.indexOf('.');
        if (equals < 0 || dot < 1 || dot > equals - 2) {
            problem(
                    ProblemCode.MALFORMED_CONFIG,
                    "--config %s: write NAME.FIELD=VALUE, such as thresholds.outlier=300".formatted(option));
            return;
        }
        written.computeIfAbsent(option.substring(0, dot), _ -> new LinkedHashMap<>())
                .put(option.substring(dot + 1, equals), new WrittenText(option.substring(equals + 1), "--config"));
    }

    /// Reads the values of the records that something asks for.
    Configuration read(Collection<ConfigSpec> records) {
        Map<ConfigSpec, List<Object>> values = new HashMap<>();
        Map<String, Set<String>> known = new TreeMap<>();
        for (ConfigSpec record : records) {
            Set<String> fields = known.computeIfAbsent(record.name(), _ -> new TreeSet<>());
            record.fields().forEach(field -> fields.add(field.name()));
            if (!values.containsKey(record)) {
                values.put(record, valuesOf(record));
            }
        }
        written.forEach((name, section) -> refuseUnknown(name, section, known));
        return new Configuration(values);
    }

    private List<Object> valuesOf(ConfigSpec record) {
        List<Object> values = new ArrayList<>();
        for (ConfigSpec.Field field : record.fields()) {
            valueOf(record, field).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private Optional<Object> valueOf(ConfigSpec record, ConfigSpec.Field field) {
        WrittenText text = written.getOrDefault(record.name(), Map.of()).get(field.name());
        if (text == null && field.defaultValue().isPresent()) {
            text = new WrittenText(field.defaultValue().get(), "@Default");
        }
        if (text == null) {
            problem(
                    ProblemCode.MISSING_CONFIG,
                    "%s.%s has no value: set it under config: in %s, or with --config %s.%s=VALUE, or give the component of %s a @Default"
                            .formatted(
                                    record.name(),
                                    field.name(),
                                    ProjectLayout.FILE_NAME,
                                    record.name(),
                                    field.name(),
                                    record.javaName()));
            return Optional.empty();
        }
        try {
            return Optional.of(field.parse(text.text()));
        } catch (IllegalArgumentException malformed) {
            problem(
                    ProblemCode.MALFORMED_CONFIG,
                    "%s: %s.%s: %s".formatted(text.place(), record.name(), field.name(), malformed.getMessage()));
            return Optional.empty();
        }
    }

    private void refuseUnknown(String name, Map<String, WrittenText> section, Map<String, Set<String>> known) {
        Set<String> fields = known.get(name);
        if (fields == null) {
            String place = section.values().stream()
                    .map(WrittenText::place)
                    .findFirst()
                    .orElse(ProjectLayout.FILE_NAME);
            problem(
                    ProblemCode.UNKNOWN_CONFIG,
                    "%s: nothing asks for config %s.%s"
                            .formatted(place, name, DidYouMean.among(known.keySet()).hint(name)));
            return;
        }
        section.forEach((field, text) -> {
            if (!fields.contains(field)) {
                problem(
                        ProblemCode.UNKNOWN_CONFIG,
                        "%s: config %s has no %s.%s"
                                .formatted(text.place(), name, field, DidYouMean.among(fields).hint(field)));
            }
        });
    }

    private void problem(ProblemCode code, String message) {
        problems.add(Problem.of(code, message));
    }
}
