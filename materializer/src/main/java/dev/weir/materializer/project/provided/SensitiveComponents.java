package dev.weir.materializer.project.provided;

import dev.weir.assets.Sensitive;
import dev.weir.assets.SnakeCase;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/// The columns of a record whose values pages do not show, as the annotation processor finds them in sources.
final class SensitiveComponents {

    private SensitiveComponents() {}

    static SortedSet<String> of(Class<?> record) {
        SortedSet<String> sensitive = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.isAnnotationPresent(Sensitive.class) || isSensitive(component.getGenericType())) {
                sensitive.add(SnakeCase.of(component.getName()));
            }
        }
        return sensitive;
    }

    private static boolean isSensitive(Type type) {
        return switch (type) {
            case Class<?> parts when parts.isRecord() -> !of(parts).isEmpty();
            case ParameterizedType container ->
                Arrays.stream(container.getActualTypeArguments()).anyMatch(SensitiveComponents::isSensitive);
            default -> false;
        };
    }
}
