package dev.weir.assets;

import java.util.List;

/// The path that names an asset, written `warehouse/orders`. A segment is snake_case: it starts with a letter and
/// holds lower-case letters, digits and underscores.
public record AssetKey(List<String> path) implements Comparable<AssetKey> {

    private static final int MIX = 0x9E3779B1;

    public AssetKey {
        path = List.copyOf(path);
        boolean sound = !path.isEmpty();
        for (String segment : path) {
            sound &= isSegment(segment);
        }
        if (!sound) {
            throw new IllegalArgumentException(("'%s' is not an asset key: write lower-case words joined by '_', "
                            + "and '/' between segments, as in warehouse/orders")
                    .formatted(String.join("/", path)));
        }
    }

    /// @throws IllegalArgumentException if the text is not a key
    public static AssetKey parse(String text) {
        return new AssetKey(List.of(text.split("/", -1)));
    }

    /// The last segment, by which parameters name assets.
    public String name() {
        return path.getLast();
    }

    /// The order of the written keys: '/' comes before all that a segment may hold.
    @Override
    public int compareTo(AssetKey other) {
        int shared = Math.min(path.size(), other.path.size());
        for (int i = 0; i < shared; i++) {
            int bySegment = path.get(i).compareTo(other.path.get(i));
            if (bySegment != 0) {
                return bySegment;
            }
        }
        return Integer.compare(path.size(), other.path.size());
    }

    /// Mixes the segments. The hash of a list would not do: in keys like `layer7/asset42` it takes the digits of
    /// both segments for one another, and a hundred thousand of them share a few thousand hashes.
    @Override
    public int hashCode() {
        int hash = 0;
        for (String segment : path) {
            hash = hash * MIX + segment.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return path.size() == 1 ? path.getFirst() : String.join("/", path);
    }

    // By hand: a project has up to 100,000 keys, all made at start-up.
    private static boolean isSegment(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
