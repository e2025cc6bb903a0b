package dev.weir.materializer.project.provided;

import dev.weir.assets.schema.Plain;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// What nodes of YAML stand for as components of records.
final class EntryValues {

    private static final Map<Class<?>, Plain> PLAIN = Map.ofEntries(
            Map.entry(String.class, Plain.STRING),
            Map.entry(int.class, Plain.INT),
            Map.entry(Integer.class, Plain.INT),
            Map.entry(long.class, Plain.LONG),
            Map.entry(Long.class, Plain.LONG),
            Map.entry(double.class, Plain.DOUBLE),
            Map.entry(Double.class, Plain.DOUBLE),
            Map.entry(boolean.class, Plain.BOOLEAN),
            Map.entry(Boolean.class, Plain.BOOLEAN),
            Map.entry(LocalDate.class, Plain.DATE),
            Map.entry(Instant.class, Plain.INSTANT));

    private EntryValues() {}

    /// @throws IllegalArgumentException if the node does not stand for such a value; the message says how to write one
    static Object of(Type type, Node node) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return Optional.of(of(generic.getActualTypeArguments()[0], node));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return listOf(generic.getActualTypeArguments()[0], node);
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw new IllegalArgumentException("write one value");
        }
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return constantOf(constants, scalar.getValue());
        }
        Plain plain = type instanceof Class<?> known ? PLAIN.get(known) : null;
        if (plain == null) {
            throw new IllegalArgumentException(
                    "%s cannot be read of a file: use String, int, long, double, boolean, LocalDate, Instant, an enum, or an Optional or List of one"
                            .formatted(type.getTypeName()));
        }
        return plain.parse(scalar.getValue());
    }

    private static List<Object> listOf(Type element, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw new IllegalArgumentException("write a list, such as [a, b]");
        }
        List<Object> values = new ArrayList<>();
        sequence.getValue().forEach(each -> values.add(of(element, each)));
        return List.copyOf(values);
    }

    private static Object constantOf(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'%s' is none of %s"
                .formatted(text, String.join(", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList())));
    }
}
