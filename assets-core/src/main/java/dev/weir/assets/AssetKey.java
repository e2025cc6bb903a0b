package dev.weir.assets;

import java.util.List;
import java.util.regex.Pattern;

/// The path that names an asset, written `warehouse/orders`. A segment is snake_case: it starts with a letter and holds
/// lower-case letters, digits and underscores.
public record AssetKey(List<String> path) implements Comparable<AssetKey> {

    private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9_]*");

    public AssetKey {
        path = List.copyOf(path);
        if (path.isEmpty() || !path.stream().allMatch(segment -> SEGMENT.matcher(segment).matches())) {
            throw new IllegalArgumentException(
                    "'%s' is not an asset key: write lower-case words joined by '_', and '/' between segments, as in warehouse/orders"
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

    @Override
    public int compareTo(AssetKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join("/", path);
    }
}
