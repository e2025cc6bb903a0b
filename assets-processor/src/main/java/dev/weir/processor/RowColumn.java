package dev.weir.processor;

import dev.weir.assets.schema.Column;
import java.util.Optional;

/// A component of a record, and the column it is kept in.
///
/// @param component the name of the component
/// @param javaType its type without annotations, as generated code names it
/// @param kind how its values are moved
/// @param parts what it is made of, where it has parts
/// @param exposure who may see its values
record RowColumn(
        String component, String javaType, Kind kind, Column column, Optional<PartType> parts, Exposure exposure) {

    RowColumn(String component, String javaType, Kind kind, Column column) {
        this(component, javaType, kind, column, Optional.empty());
    }

    RowColumn(String component, String javaType, Kind kind, Column column, Optional<PartType> parts) {
        this(component, javaType, kind, column, parts, Exposure.SHOWN);
    }

    enum Exposure {
        SHOWN,
        SENSITIVE
    }

    /// The same, not to be shown.
    RowColumn sensitive() {
        return new RowColumn(component, javaType, kind, column, parts, Exposure.SENSITIVE);
    }

    /// Whether its values, or parts of them, are not to be shown.
    boolean isSensitive() {
        return switch (exposure) {
            case SENSITIVE -> true;
            case SHOWN -> parts.stream().flatMap(part -> part.rows().stream()).anyMatch(row -> !row.sensitive().isEmpty());
        };
    }

    enum Kind {
        PRIMITIVE,
        BOX,
        REFERENCE,
        ENUM,
        PARTS
    }
}
