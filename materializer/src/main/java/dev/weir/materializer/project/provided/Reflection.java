package dev.weir.materializer.project.provided;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/// Makes records whose class is known only when the project is loaded.
final class Reflection {

    private Reflection() {}

    /// @throws IllegalArgumentException if the record refuses its components
    static <E extends Record> E construct(Class<E> type, Class<?>[] types, @Nullable Object[] values) {
        try {
            Constructor<E> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(String.valueOf(refused.getCause()), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }
}
