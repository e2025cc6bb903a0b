package dev.weir.processor;

import dev.weir.assets.schema.Column;
import java.util.Optional;

/// A component of a record, and the column it is kept in.
///
/// @param component the name of the component
/// @param javaType its type without annotations, as generated code names it
/// @param kind how its values are moved
/// @param parts what it is made of, where it has parts
record RowColumn(String component, String javaType, Kind kind, Column column, Optional<PartType> parts) {

    RowColumn(String component, String javaType, Kind kind, Column column) {
        this(component, javaType, kind, column, Optional.empty());
    }

    enum Kind {
        PRIMITIVE,
        BOX,
        REFERENCE,
        ENUM,
        PARTS
    }
}
