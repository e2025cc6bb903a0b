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
import java.util.TreeMap;

/// Reads the values of records, and says all that is wrong.
final class ConfigurationReader {

    private final List<ConfigSpec> records;
    private final Map<String, Map<String, ConfigSpec.Field>> known = new TreeMap<>();
    private final Map<String, Map<String, WrittenText>> written = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param records that something asks for
    ConfigurationReader(Collection<ConfigSpec> records) {
        this.records = List.copyOf(records);
        for (ConfigSpec record : records) {
            Map<String, ConfigSpec.Field> fields = known.computeIfAbsent(record.name(), _ -> new TreeMap<>());
            record.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /// Takes values that go before those taken until now.
    ///
    /// @param sections by the name of the record and the component
    void take(Map<String, Map<String, WrittenText>> sections) {
        sections.forEach((name, section) ->
                written.computeIfAbsent(name, _ -> new LinkedHashMap<>()).putAll(section));
    }

    /// Takes `name.field=value`.
    void take(String option) {
        int equals = option.indexOf('=');
        int dot = option.indexOf('.');
        if (equals < 0 || dot < 1 || dot > equals - 2) {
            problem(
                    ProblemCode.MALFORMED_CONFIG,
                    "--config %s: write NAME.FIELD=VALUE, such as thresholds.outlier=300".formatted(option));
            return;
        }
        WrittenText value = new WrittenText(option.substring(equals + 1), "--config");
        take(Map.of(option.substring(0, dot), Map.of(option.substring(dot + 1, equals), value)));
    }

    /// Says what is wrong with values that do not count this time.
    void look(Map<String, Map<String, WrittenText>> sections) {
        sections.forEach((name, section) -> {
            refuseUnknown(name, section);
            section.forEach((field, text) -> Optional.ofNullable(known.getOrDefault(name, Map.of()).get(field))
                    .ifPresent(type -> parse(name, type, text)));
        });
    }

    Configuration read() {
        Map<ConfigSpec, List<Configuration.Value>> values = new HashMap<>();
        for (ConfigSpec record : records) {
            if (!values.containsKey(record)) {
                values.put(record, valuesOf(record));
            }
        }
        written.forEach(this::refuseUnknown);
        return new Configuration(values);
    }

    private List<Configuration.Value> valuesOf(ConfigSpec record) {
        List<Configuration.Value> values = new ArrayList<>();
        for (ConfigSpec.Field field : record.fields()) {
            textOf(record, field)
                    .flatMap(text -> parse(record.name(), field, text))
                    .ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private Optional<WrittenText> textOf(ConfigSpec record, ConfigSpec.Field field) {
        Optional<WrittenText> text =
                Optional.ofNullable(written.getOrDefault(record.name(), Map.of()).get(field.name()));
        if (text.isPresent() || field.defaultValue().isPresent()) {
            return text.or(() -> field.defaultValue().map(value -> new WrittenText(value, "@Default")));
        }
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

    private Optional<Configuration.Value> parse(String name, ConfigSpec.Field field, WrittenText text) {
        try {
            return Optional.of(new Configuration.Value(field.parse(text.text()), text.place()));
        } catch (IllegalArgumentException malformed) {
            problem(
                    ProblemCode.MALFORMED_CONFIG,
                    "%s: %s.%s: %s".formatted(text.place(), name, field.name(), malformed.getMessage()));
            return Optional.empty();
        }
    }

    private void refuseUnknown(String name, Map<String, WrittenText> section) {
        Map<String, ConfigSpec.Field> fields = known.get(name);
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
            if (!fields.containsKey(field)) {
                problem(
                        ProblemCode.UNKNOWN_CONFIG,
                        "%s: config %s has no %s.%s"
                                .formatted(text.place(), name, field, DidYouMean.among(fields.keySet()).hint(field)));
            }
        });
    }

    private void problem(ProblemCode code, String message) {
        problems.add(Problem.of(code, message));
    }
}
