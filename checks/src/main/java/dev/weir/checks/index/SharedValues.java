package dev.weir.checks.index;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values that stand many times in one index. The first time, the value follows its number; after that the number is
/// enough. What is read back shares its instances likewise.
final class SharedValues<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

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

    T read(DataInputStream in, Reading<T> content) throws IOException {
        int number = readNumber(in);
        if (number < values.size()) {
            return values.get(number);
        }
        T value = content.read();
        values.add(value);
        return value;
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

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (next & 0x7F) << shift;
            if (next <= 0x7F) {
                return number;
            }
        }
    }

    /// Writes one value.
    interface Writing<T> {
        void write(T value) throws IOException;
    }

    /// Reads one value.
    interface Reading<T> {
        T read() throws IOException;
    }
}
