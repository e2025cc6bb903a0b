package dev.weir.assets.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The elements of lists and the entries of maps, one by one.
final class Items {

    private Items() {}

    static <E> void write(List<E> list, ColumnCodec<E> elements, RowWriter items) {
        for (E element : list) {
            items.nextItem();
            elements.write(items, 0, element);
        }
    }

    /// In the order of the keys: many a map has another order in each process, and its digest shall not.
    static <V> void write(Map<String, V> map, ColumnCodec<V> values, RowWriter items) {
        Map<String, V> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(required(key), value));
        sorted.forEach((key, value) -> {
            items.nextItem();
            items.setString(0, key);
            values.write(items, 1, value);
        });
    }

    private static String required(@Nullable String key) {
        if (key == null) {
            throw new IllegalArgumentException("A map in a row has a null for a key; keys of maps are never null");
        }
        return key;
    }

    static <E> List<E> readList(int size, ColumnCodec<E> elements, RowReader items) {
        List<@Nullable E> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.nextItem();
            list.add(elements.read(items, 0));
        }
        return unmodifiable(list);
    }

    static <V> Map<String, V> readMap(int size, ColumnCodec<V> values, RowReader items) {
        Map<String, @Nullable V> map = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            items.nextItem();
            map.put(String.valueOf(items.getString(0)), values.read(items, 1));
        }
        return unmodifiable(map);
    }

    // Whether there are nulls is for the author to know.
    @SuppressWarnings("NullAway")
    private static <E> List<E> unmodifiable(List<@Nullable E> list) {
        return Collections.unmodifiableList(list);
    }

    @SuppressWarnings("NullAway")
    private static <V> Map<String, V> unmodifiable(Map<String, @Nullable V> map) {
        return Collections.unmodifiableMap(map);
    }
}
