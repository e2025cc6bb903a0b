package dev.weir.materializer.diff;

import java.util.List;

/// The lines in which two texts differ, from the first that does to the last.
///
/// @param line the number of the first line that differs, from 1
public record TextDiff(int line, List<String> removed, List<String> added) {

    public TextDiff {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    public static TextDiff between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int shorter = Math.min(old.size(), now.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        return new TextDiff(start + 1, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
    }
}
