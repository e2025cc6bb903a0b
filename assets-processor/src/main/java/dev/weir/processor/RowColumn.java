package dev.weir.processor;

import dev.weir.assets.schema.Column;

/// A component of a record, and the column it is kept in.
///
/// @param component the name of the component
/// @param javaType its type without annotations, as generated code names it
/// @param kind how its values are moved
record RowColumn(String component, String javaType, Kind kind, Column column) {

    enum Kind {
        PRIMITIVE,
        BOX,
        REFERENCE,
        ENUM
    }
}
