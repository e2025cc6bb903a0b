package dev.weir.materializer.project.source;

import java.util.ArrayList;
import java.util.List;

/// What the author wrote and what is compiled of it: the same text with a few words more. Words are only inserted within
/// lines and behind the last one, so that every line keeps its number.
final class SourceText {

    private final String original;
    private final StringBuilder compiled;
    private final List<Insertion> insertions = new ArrayList<>();

    SourceText(String original) {
        this.original = original;
        this.compiled = new StringBuilder(original);
    }

    /// Inserts words, behind all that was inserted before.
    ///
    /// @param at a place in the original text, not before an earlier one
    void insert(int at, String words) {
        int shift = insertions.stream().mapToInt(insertion -> insertion.words.length()).sum();
        compiled.insert(at + shift, words);
        insertions.add(new Insertion(at + shift, words));
    }

    String compiled() {
        return compiled.toString();
    }

    String original() {
        return original;
    }

    /// The place in the original text of a place in the compiled one; that of an insertion for what is in it.
    int originalPlace(long place) {
        long shift = 0;
        for (Insertion insertion : insertions) {
            if (place >= insertion.at + insertion.words.length()) {
                shift += insertion.words.length();
            } else if (place > insertion.at) {
                shift += place - insertion.at;
            }
        }
        return Math.clamp(place - shift, 0, original.length());
    }

    /// @param at a place in the compiled text
    private record Insertion(int at, String words) {}
}
