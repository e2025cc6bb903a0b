package dev.weir.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The elements of a list or the entries of a map: first written one after the other, then read.
final class ItemsInMemory extends RowInMemory {

    private final List<Map<Integer, @Nullable Object>> items = new ArrayList<>();
    private int next = -1;

    int size() {
        return items.size();
    }

    void rewind() {
        next = 0;
    }

    @Override
    public void nextItem() {
        if (next >= 0) {
            values = items.get(next++);
        } else {
            values = new HashMap<>();
            items.add(values);
        }
    }
}
