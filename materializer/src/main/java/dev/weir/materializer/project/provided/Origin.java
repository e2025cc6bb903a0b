package dev.weir.materializer.project.provided;

import dev.weir.assets.digest.code.CodeEntry;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the code of a provided asset stands, and the values it was given there.
record Origin(CodeEntry entry, List<@Nullable Object> given) {

    /// Finds origins. A lambda of a serializable type can be asked for the method with its body and for what it captured;
    /// all lambdas of one place in the source share a class, which is looked at once.
    static final class Finder {

        private final Map<Class<?>, Method> replacements = new HashMap<>();

        /// @throws IllegalArgumentException if nobody can tell what the object does
        Origin of(Object compute) {
            Class<?> type = compute.getClass();
            if (type.isRecord()) {
                return new Origin(new CodeEntry(type.getName().replace('.', '/'), "from", ""), List.of(compute));
            }
            if (!type.isHidden()) {
                throw new IllegalArgumentException(
                        "it is computed by an object of %s, whose state Weir cannot compare: write a lambda, a reference to a method, or a record"
                                .formatted(type.getName()));
            }
            SerializedLambda lambda = serialized(compute);
            List<@Nullable Object> given = new ArrayList<>(lambda.getCapturedArgCount());
            for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
                given.add(lambda.getCapturedArg(i));
            }
            return new Origin(
                    new CodeEntry(
                            lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature()),
                    given);
        }

        private SerializedLambda serialized(Object compute) {
            try {
                return (SerializedLambda)
                        replacements.computeIfAbsent(compute.getClass(), Finder::replacement).invoke(compute);
            } catch (InvocationTargetException | IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static Method replacement(Class<?> type) {
            try {
                Method method = type.getDeclaredMethod("writeReplace");
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("Every serializable lambda has one", impossible);
            }
        }
    }
}
