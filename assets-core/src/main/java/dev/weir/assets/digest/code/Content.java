package dev.weir.assets.digest.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a unit holds by itself, as bytes in which every part says where it ends, and the units it refers to, in the order
/// in which it first does.
final class Content {

    private byte[] bytes = new byte[128];
    private int size;
    private final List<Unit> references = new ArrayList<>();
    private final Map<Unit, Integer> numbers = new HashMap<>();
    private final Order order;

    /// Whether the order of references says something.
    enum Order {
        GIVEN,
        /// As between the implementations a call may meet.
        NONE
    }

    Content(Order order) {
        this.order = order;
    }

    Content() {
        this(Order.GIVEN);
    }

    Content add(int number) {
        reserve(Integer.BYTES);
        bytes[size++] = (byte) (number >>> 24);
        bytes[size++] = (byte) (number >>> 16);
        bytes[size++] = (byte) (number >>> 8);
        bytes[size++] = (byte) number;
        return this;
    }

    Content add(long number) {
        return add((int) (number >>> 32)).add((int) number);
    }

    Content addByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    Content add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    /// Refers to a unit by the place it has among all references, so that its name need not matter.
    Content refer(Unit unit) {
        Integer known = numbers.putIfAbsent(unit, references.size());
        if (known == null) {
            references.add(unit);
        }
        return add(known == null ? references.size() - 1 : known);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    List<Unit> references() {
        return references;
    }

    Order order() {
        return order;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
