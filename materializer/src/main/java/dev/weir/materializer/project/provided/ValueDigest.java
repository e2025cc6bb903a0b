package dev.weir.materializer.project.provided;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Digests values that a lambda was given, so that equal values of two processes agree: by what they say, never by
/// identity or `hashCode`. Of a record count the components with their names, so that a class may move. Maps and sets
/// count without an order.
final class ValueDigest {

    private static final int DEEPEST = 32;
    private static final Set<Class<?>> TEXTS = Set.of(
            String.class, Boolean.class, Character.class, Byte.class, Short.class, Integer.class, Long.class, Float.class,
            Double.class, BigDecimal.class, BigInteger.class, UUID.class, URI.class, Duration.class, Period.class);

    // One for all, as there are many assets; a hasher starts anew when it has finished.
    private Hasher hasher = new Hasher();
    private final Map<Class<?>, Method[]> accessors = new HashMap<>();

    /// @throws IllegalArgumentException if one of the values, or what it holds, cannot be compared
    Digest of(List<? extends @Nullable Object> values) {
        try {
            hasher.add("given").add(values.size());
            for (Object value : values) {
                add(hasher, value, nameOf(value), 0);
            }
            return hasher.finish();
        } catch (IllegalArgumentException incomparable) {
            hasher = new Hasher();
            throw incomparable;
        }
    }

    private static String nameOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case List<?> _ -> "List";
            case Map<?, ?> _ -> "Map";
            case Set<?> _ -> "Set";
            case Object other -> other.getClass().getSimpleName();
        };
    }

    private void add(Hasher hasher, @Nullable Object value, String name, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("%s holds values in more than %d levels".formatted(name, DEEPEST));
        }
        switch (value) {
            case null -> hasher.add("null");
            case Enum<?> constant -> hasher.add("enum").add(constant.name());
            case Record row -> addRecord(hasher, row, name, depth);
            case List<?> list -> {
                hasher.add("list").add(list.size());
                for (Object element : list) {
                    add(hasher, element, name + "[]", depth + 1);
                }
            }
            case Map<?, ?> map -> addUnordered(hasher, "map", map.entrySet(), name, depth);
            case Set<?> set -> addUnordered(hasher, "set", set, name, depth);
            case Map.Entry<?, ?> entry -> {
                add(hasher, entry.getKey(), name + ".key", depth + 1);
                add(hasher, entry.getValue(), name + "." + entry.getKey(), depth + 1);
            }
            case Optional<?> optional -> {
                hasher.add("optional");
                add(hasher, optional.orElse(null), name, depth + 1);
            }
            case Class<?> type -> hasher.add("class").add(type.getName());
            case Path _, ZoneId _ -> hasher.add("text").add(value.toString());
            case Object other when isText(other) ->
                hasher.add(other.getClass().getSimpleName()).add(other.toString());
            case Object other -> throw new IllegalArgumentException("%s, %s"
                    .formatted(name, other.getClass().isHidden() ? "a lambda" : "an object of " + other.getClass().getName()));
        }
    }

    private static boolean isText(Object value) {
        return TEXTS.contains(value.getClass())
                || (value instanceof TemporalAccessor
                        && value.getClass().getName().startsWith("java.time."));
    }

    private void addRecord(Hasher hasher, Record row, String name, int depth) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        Method[] methods = accessors.computeIfAbsent(row.getClass(), _ -> accessorsOf(components));
        hasher.add("record").add(components.length);
        for (int i = 0; i < components.length; i++) {
            hasher.add(components[i].getName());
            add(hasher, get(methods[i], row), name + "." + components[i].getName(), depth + 1);
        }
    }

    private static Method[] accessorsOf(RecordComponent[] components) {
        Method[] methods = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            methods[i] = components[i].getAccessor();
            methods[i].setAccessible(true);
        }
        return methods;
    }

    private static @Nullable Object get(Method accessor, Record row) {
        try {
            return accessor.invoke(row);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException(
                    "%s.%s failed: %s".formatted(nameOf(row), accessor.getName(), thrown.getCause()), thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void addUnordered(Hasher hasher, String kind, Set<?> elements, String name, int depth) {
        List<Digest> digests = new ArrayList<>(elements.size());
        for (Object element : elements) {
            Hasher own = new Hasher();
            add(own, element, name, depth + 1);
            digests.add(own.finish());
        }
        digests.sort((a, b) -> a.toString().compareTo(b.toString()));
        hasher.add(kind).add(digests.size());
        digests.forEach(hasher::add);
    }
}
