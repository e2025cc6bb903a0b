package dev.weir.materializer.doctor;

import java.util.Arrays;

/// Very many paths, of each of which 64 bits are kept: one of two that have the same takes the other for known.
final class PathHashes {

    private static final long PRIME = 0x100000001b3L;
    private static final long START = 0xcbf29ce484222325L;

    private long[] hashes = new long[1024];
    private int size;
    private boolean isSorted;

    void add(String path) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash(path);
        isSorted = false;
    }

    boolean contains(String path) {
        if (!isSorted) {
            Arrays.sort(hashes, 0, size);
            isSorted = true;
        }
        return Arrays.binarySearch(hashes, 0, size, hash(path)) >= 0;
    }

    // FNV-1a. Names have the SHA-256 of what they hold in them, so that they differ in very many places.
    private static long hash(String path) {
        long hash = START;
        for (int i = 0; i < path.length(); i++) {
            hash = (hash ^ path.charAt(i)) * PRIME;
        }
        return hash;
    }
}
