package dev.weir.assets.spec;

import java.util.List;
import java.util.Optional;

/// What type of value an asset's method gives or takes.
///
/// @param form the form of it
/// @param row the record type of the rows, or what a small value with parts consists of; empty for `Table<?>` and for what
///     has neither
/// @param javaType the type as the author wrote it, for messages, such as `Table<Flight>`
public record ValueType(Form form, Optional<RowType> row, String javaType) {

    /// A map of values of this type, each from one partition, as an author writes it.
    public String mapByPartition() {
        return "Map<PartitionKey, %s>".formatted(boxed());
    }

    /// As a type argument: `Long` for `long`.
    public String boxed() {
        boolean primitive = Character.isLowerCase(javaType.charAt(0));
        String boxed = javaType.equals("int") ? "Integer" : Character.toUpperCase(javaType.charAt(0)) + javaType.substring(1);
        return primitive ? boxed : javaType;
    }

    /// Why a parameter of this type cannot take what an asset of type `produced` gives; empty if it can.
    public List<String> obstaclesToReading(ValueType produced) {
        if (form.isTabular() != produced.form.isTabular()) {
            return List.of("it is %s".formatted(produced.javaType));
        }
        if (!form.isTabular() && (row.isEmpty() || produced.row.isEmpty())) {
            return javaType.equals(produced.javaType) ? List.of() : List.of("it is %s".formatted(produced.javaType));
        }
        if (row.isEmpty() || produced.row.isEmpty()) {
            return List.of();
        }
        return row.get().schema().obstaclesToReading(produced.row.get().schema());
    }
}
