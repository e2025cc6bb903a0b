package dev.weir.materializer.project;

import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.spec.ConfigSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of records of configuration: from `--config`, else from `config:` in weir.yaml, else from their defaults.
/// Immutable.
public final class Configuration {

    private static final ConfigDigest NONE = CanonicalJson.digest(new TreeMap<>());

    private final Map<ConfigSpec, List<Value>> values;

    Configuration(Map<ConfigSpec, List<Value>> values) {
        this.values = Map.copyOf(values);
    }

    /// The value of one component.
    ///
    /// @param place where it was written, such as `weir.yaml:7`, `--config` or `@Default`
    public record Value(Object value, String place) {}

    /// All records that anything asks for.
    public Collection<ConfigSpec> records() {
        return values.keySet();
    }

    /// The values of a record's components, in their order.
    ///
    /// @throws IllegalArgumentException if nobody asked for the record when the configuration was read
    public List<Object> valuesOf(ConfigSpec record) {
        return writtenOf(record).stream().map(Value::value).toList();
    }

    /// The same, with where they were written.
    public List<Value> writtenOf(ConfigSpec record) {
        List<Value> known = values.get(record);
        if (known == null) {
            throw new IllegalArgumentException("No values for " + record.javaName());
        }
        return known;
    }

    /// What these records are configured with, as text by names such as `limits.max`.
    public SortedMap<String, String> values(Collection<ConfigSpec> records) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (ConfigSpec record : records) {
            List<Object> known = valuesOf(record);
            for (int i = 0; i < known.size(); i++) {
                texts.put(record.name() + "." + record.fields().get(i).name(), String.valueOf(known.get(i)));
            }
        }
        return texts;
    }

    /// What these records are configured with, as one digest; the same for the same values, however they were written.
    public ConfigDigest digest(Collection<ConfigSpec> records) {
        if (records.isEmpty()) {
            return NONE;
        }
        TreeMap<String, Map<String, Object>> sections = new TreeMap<>();
        for (ConfigSpec record : records) {
            Map<String, Object> section = sections.computeIfAbsent(record.name(), _ -> new TreeMap<>());
            List<Object> known = valuesOf(record);
            for (int i = 0; i < known.size(); i++) {
                section.put(record.fields().get(i).name(), known.get(i));
            }
        }
        return CanonicalJson.digest(sections);
    }
}
