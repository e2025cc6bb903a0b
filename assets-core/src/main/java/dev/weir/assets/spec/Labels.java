package dev.weir.assets.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Owners, tags and kinds of an asset, as people write them. A tag may have a value, as `tier=1` has; what comes before it is
/// its name.
public final class Labels {

    private static final Map<String, String> EXAMPLES = Map.of("owners", "team:ops", "tags", "tier=1", "kinds", "python");

    private Labels() {}

    /// Requires that one more can stand beside others: it has to be a word, which stands there once, and with one value.
    ///
    /// @param what `owners`, `tags` or `kinds`
    /// @throws IllegalArgumentException if it cannot; the message says what to write instead
    public static void require(String what, String label, Collection<String> others) {
        if (label.isBlank()) {
            throw new IllegalArgumentException(
                    "one is empty: write a word, such as \"%s\", or leave it out".formatted(EXAMPLES.get(what)));
        }
        if (others.contains(label)) {
            throw new IllegalArgumentException("'%s' stands there twice: leave one out".formatted(label));
        }
        others.stream().filter(other -> nameOf(other).equals(nameOf(label))).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException("'%s' stands beside '%s', and %s can have one value: leave one out"
                    .formatted(label, other, nameOf(label)));
        });
    }

    /// All at once, as [#require(String, String, Collection)] does with each.
    ///
    /// @throws IllegalArgumentException at the first that cannot stand beside those before it
    public static void require(String what, List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            require(what, labels.get(i), labels.subList(0, i));
        }
    }

    /// The tags of an asset: its own, and those of farther away that none of its own has the name of.
    public static List<String> tags(List<String> farther, List<String> own) {
        List<String> tags = new ArrayList<>(farther);
        tags.removeIf(tag -> own.stream().anyMatch(other -> nameOf(other).equals(nameOf(tag))));
        tags.addAll(own);
        return tags;
    }

    /// What a tag is about: `tier` of `tier=1`, all of `daily`.
    public static String nameOf(String tag) {
        int end = tag.indexOf('=');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
