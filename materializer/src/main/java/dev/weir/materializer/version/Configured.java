package dev.weir.materializer.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The values of the configuration that a version was made with, by their names such as `limits.max`. Kept among its metadata,
/// so that people can be told which of them changed; what counts is the digest of all of them.
public final class Configured {

    private static final String PREFIX = "weir.config.";
    // A secret stood there when it was recorded, and may stand there now.
    private static final String MASKED = "***";
    private static final int LONGEST = 200;

    private Configured() {}

    /// One value that is another than before.
    ///
    /// @param before empty if there was none
    /// @param now empty if there is none
    public record Change(String name, String before, String now) {}

    /// The metadata with these values, in place of those that it has.
    public static Map<String, Object> in(Map<String, Object> metadata, SortedMap<String, String> values) {
        Map<String, Object> all = new LinkedHashMap<>(metadata);
        all.keySet().removeIf(name -> name.startsWith(PREFIX));
        values.forEach((name, value) -> all.put(PREFIX + name, shortened(value)));
        return all;
    }

    /// Those of a version; none if it was made without, or by a Weir that did not keep them.
    public static SortedMap<String, String> of(Version version) {
        SortedMap<String, String> values = new TreeMap<>();
        version.metadata().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.put(name.substring(PREFIX.length()), String.valueOf(value));
            }
        });
        return values;
    }

    /// What differs, by name; none where nothing is known of what was before.
    public static List<Change> between(SortedMap<String, String> before, SortedMap<String, String> now) {
        List<Change> changes = new ArrayList<>();
        if (before.isEmpty()) {
            return changes;
        }
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = shortened(now.getOrDefault(name, ""));
            if (!was.equals(is)) {
                changes.add(was.contains(MASKED) ? new Change(name, MASKED, MASKED) : new Change(name, was, is));
            }
        }
        return changes;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
