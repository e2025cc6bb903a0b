package dev.weir.lineageui.view;

import dev.weir.materializer.run.LogLine.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which texts of a log somebody wants to read.
///
/// @param target what a step is called, or its asset, for all partitions of that
/// @param levels which
/// @param words what stands in it, in whatever case
public record LogFilter(Optional<String> target, Set<Level> levels, Optional<String> words) {

    public static final LogFilter ALL = new LogFilter(Optional.empty(), Set.of(Level.values()), Optional.empty());

    public LogFilter {
        levels = Set.copyOf(levels);
        words = words.map(text -> text.toLowerCase(Locale.ROOT));
    }

    boolean takes(LogText text) {
        return levels.contains(text.level())
                && target.map(name -> text.step().equals(name) || text.step().startsWith(name + "@")).orElse(true)
                && words.map(part -> text.text().toLowerCase(Locale.ROOT).contains(part)).orElse(true);
    }
}
