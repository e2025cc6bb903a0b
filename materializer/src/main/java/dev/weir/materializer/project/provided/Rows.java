package dev.weir.materializer.project.provided;

import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.ValueType;
import dev.weir.materializer.value.RowCodecs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The types of values that the assets of one provider give and take, with the codecs of their records.
final class Rows {

    private static final Map<Class<?>, String> SMALL = Map.ofEntries(
            Map.entry(String.class, "String"),
            Map.entry(Integer.class, "int"),
            Map.entry(int.class, "int"),
            Map.entry(Long.class, "long"),
            Map.entry(long.class, "long"),
            Map.entry(Double.class, "double"),
            Map.entry(double.class, "double"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(boolean.class, "boolean"));

    private final int first;
    private final Map<Class<?>, RowType> types = new HashMap<>();
    private final Map<String, ValueType> values = new HashMap<>();
    private final List<RowCodec<?>> codecs = new ArrayList<>();

    /// @param first the number of the first codec
    Rows(int first) {
        this.first = first;
    }

    RowCodec<?> codec(int number) {
        return codecs.get(number - first);
    }

    /// @throws IllegalArgumentException if the class is no record of columns
    ValueType rows(Form form, String written, Class<?> rows) {
        String name = written + "<" + rows.getSimpleName() + ">";
        return values.computeIfAbsent(name + rows.getName(), _ -> new ValueType(form, Optional.of(row(rows)), name));
    }

    ValueType anyTable() {
        return new ValueType(Form.TABLE, Optional.empty(), "Table<?>");
    }

    ValueType file() {
        return new ValueType(Form.PATH, Optional.empty(), "Path");
    }

    /// @throws IllegalArgumentException if no small value is that
    ValueType value(Class<?> type) {
        String small = SMALL.get(type);
        if (small != null) {
            return new ValueType(Form.JSON, Optional.empty(), small);
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    "%s is no small value: use String, Integer, Long, Double, Boolean or a record".formatted(type.getSimpleName()));
        }
        return new ValueType(Form.JSON, Optional.of(row(type)), type.getSimpleName());
    }

    private RowType row(Class<?> rows) {
        RowType known = types.get(rows);
        if (known == null) {
            RowCodec<?> codec = RowCodecs.of(rows);
            known = new RowType(rows.getName(), codec.schema(), first + codecs.size(), SensitiveComponents.of(rows));
            codecs.add(codec);
            types.put(rows, known);
        }
        return known;
    }
}
