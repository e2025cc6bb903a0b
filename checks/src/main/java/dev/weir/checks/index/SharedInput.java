package dev.weir.checks.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads back what [SharedOutput] wrote; a value that stands many times is one instance.
final class SharedInput<T> {

    private final List<T> values = new ArrayList<>();

    /// The number of the value that comes next. If there is none of that number yet, its content follows.
    static int number(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.get();
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    boolean has(int number) {
        return number < values.size();
    }

    T get(int number) {
        return values.get(number);
    }

    T add(T value) {
        values.add(value);
        return value;
    }
}
