package dev.weir.assets.spec;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.schema.Plain;
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
    /// @param constants the names of the constants if it is an enum, else none
    public record Field(String name, Plain type, List<String> constants, Optional<String> defaultValue) {

        public Field {
            constants = List.copyOf(constants);
        }

        /// The value that a text stands for; the name of the constant if it is an enum.
        ///
        /// @throws IllegalArgumentException if it stands for none; the message says how to write one
        public Object parse(String text) {
            if (!constants.isEmpty() && !constants.contains(text)) {
                String hint = DidYouMean.among(constants).hint(text);
                throw new IllegalArgumentException("'%s' is none of %s%s"
                        .formatted(text, String.join(", ", constants), hint.isEmpty() ? "" : "." + hint));
            }
            return type.parse(text);
        }
    }
}
