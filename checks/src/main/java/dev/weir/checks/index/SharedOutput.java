package dev.weir.checks.index;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Values that stand many times in one index. The first time, the value follows its number; after that the number is
/// enough.
final class SharedOutput<T> {

    private final Map<T, Integer> numbers = new HashMap<>();

    void write(T value, DataOutputStream out, Writing<T> content) throws IOException {
        Integer known = numbers.get(value);
        if (known != null) {
            writeNumber(known, out);
            return;
        }
        writeNumber(numbers.size(), out);
        numbers.put(value, numbers.size());
        content.write(value);
    }

    // Seven bits a byte, the lowest first; the eighth says that more follow.
    private static void writeNumber(int number, DataOutputStream out) throws IOException {
        int rest = number;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /// Writes one value.
    interface Writing<T> {
        void write(T value) throws IOException;
    }
}
