package dev.weir.assets.spec;

import dev.weir.assets.schema.ColumnType;
import java.util.List;
import java.util.Optional;

/// A record of configuration: the names and types of its components.
///
/// @param name the name under `config:` in weir.yaml
/// @param javaName the binary name of the record class
/// @param factory the number with which the module of the declaring class makes one
public record ConfigSpec(String name, String javaName, int factory, List<Field> fields) {

    public ConfigSpec {
        fields = List.copyOf(fields);
    }

    /// One component.
    ///
    /// @param name the component's name in snake_case
    public record Field(String name, ColumnType type, Optional<String> defaultValue) {}
}
