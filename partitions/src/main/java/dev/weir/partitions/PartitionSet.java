package dev.weir.partitions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// Some of the partitions of one definition, as a set of ordinals in ascending order. Immutable; a million of them
/// take little space (a compressed bitmap, see roaringbitmap.org).
public final class PartitionSet {

    public static final PartitionSet EMPTY = new PartitionSet(new RoaringBitmap());

    // The bitmap orders its integers as unsigned; flipping the sign bit makes its order that of the ordinals.
    private static final int SIGN = Integer.MIN_VALUE;

    private final RoaringBitmap bits;

    private PartitionSet(RoaringBitmap bits) {
        this.bits = bits;
    }

    // Without a stream: every plan of a cold process comes by here.
    public static PartitionSet of(int... ordinals) {
        RoaringBitmap bits = new RoaringBitmap();
        for (int ordinal : ordinals) {
            bits.add(ordinal ^ SIGN);
        }
        bits.runOptimize();
        return new PartitionSet(bits);
    }

    public static PartitionSet of(IntStream ordinals) {
        RoaringBitmap bits = new RoaringBitmap();
        ordinals.forEach(ordinal -> bits.add(ordinal ^ SIGN));
        bits.runOptimize();
        return new PartitionSet(bits);
    }

    /// From `first` to `last`, both included.
    public static PartitionSet range(int first, int last) {
        if (first > last) {
            return EMPTY;
        }
        RoaringBitmap bits = new RoaringBitmap();
        bits.add(Integer.toUnsignedLong(first ^ SIGN), Integer.toUnsignedLong(last ^ SIGN) + 1);
        bits.runOptimize();
        return new PartitionSet(bits);
    }

    public PartitionSet union(PartitionSet other) {
        return new PartitionSet(RoaringBitmap.or(bits, other.bits));
    }

    public PartitionSet intersection(PartitionSet other) {
        return new PartitionSet(RoaringBitmap.and(bits, other.bits));
    }

    public PartitionSet minus(PartitionSet other) {
        return new PartitionSet(RoaringBitmap.andNot(bits, other.bits));
    }

    public boolean contains(int ordinal) {
        return bits.contains(ordinal ^ SIGN);
    }

    public boolean containsAll(PartitionSet other) {
        return bits.contains(other.bits);
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    public int size() {
        return bits.getCardinality();
    }

    /// @throws NoSuchElementException if the set is empty
    public int first() {
        return bits.first() ^ SIGN;
    }

    /// @throws NoSuchElementException if the set is empty
    public int last() {
        return bits.last() ^ SIGN;
    }

    /// Ordinals that follow each other without a gap, both included.
    public record Stretch(int first, int last) {}

    /// The stretches it consists of, ascending: however many ordinals there are, it costs no more than they are many.
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        long first = bits.nextValue(0);
        while (first >= 0) {
            // There is none behind the largest of all integers.
            long behind = bits.nextAbsentValue((int) first);
            int last = behind < 0 ? bits.last() : (int) behind - 1;
            stretches.add(new Stretch((int) first ^ SIGN, last ^ SIGN));
            first = behind < 0 ? behind : bits.nextValue((int) behind);
        }
        return stretches;
    }

    /// The ordinals, ascending.
    public IntStream ordinals() {
        return bits.stream().map(bit -> bit ^ SIGN);
    }

    /// The ordinals, ascending, in an array of the caller's.
    public int[] toArray() {
        int[] ordinals = bits.toArray();
        for (int i = 0; i < ordinals.length; i++) {
            ordinals[i] ^= SIGN;
        }
        return ordinals;
    }

    /// The set in RoaringBitmap's portable format, for a store. Equal sets have equal bytes.
    public byte[] toBytes() {
        RoaringBitmap canonical = bits.clone();
        canonical.removeRunCompression();
        canonical.runOptimize();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            canonical.serialize(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @throws IllegalArgumentException if the bytes are not such a set
    public static PartitionSet fromBytes(byte[] bytes) {
        RoaringBitmap bits = new RoaringBitmap();
        try {
            bits.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException | RuntimeException malformed) {
            // The bitmap believes the sizes that it reads, also negative ones.
            throw new IllegalArgumentException("Not a partition set", malformed);
        }
        return new PartitionSet(bits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartitionSet that && bits.equals(that.bits);
    }

    // The bitmap's own differs between equal bitmaps that came about in different ways.
    @Override
    public int hashCode() {
        return isEmpty() ? 0 : 31 * (31 * bits.first() + bits.last()) + size();
    }

    @Override
    public String toString() {
        return ordinals().mapToObj(Integer::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}
