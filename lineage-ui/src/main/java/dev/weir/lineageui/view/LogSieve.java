package dev.weir.lineageui.view;

import dev.weir.materializer.run.LogLine.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells from the bytes of a log, before they are read as text, what a filter surely leaves out. What it lets through is still to
/// be looked at.
final class LogSieve {
    private static final int LEVEL = 1;
    private static final int STEP = 2;
    private static final int TEXT = 5;

    private final Optional<List<byte[]>> levels;
    private final Optional<byte[]> step;
    private final Optional<byte[]> words;

    LogSieve(LogFilter filter) {
        levels = filter.levels().size() == Level.values().length
                ? Optional.empty()
                : Optional.of(filter.levels().stream().map(level -> bytes(level.name())).toList());
        step = filter.target().map(name -> bytes("step=" + name));
        // Other letters are more than one byte, and have other ways to be large; a text of several lines is indented in the file.
        words = filter.words().filter(text -> !text.isEmpty() && text.chars().allMatch(letter -> letter >= ' ' && letter < 128)).map(LogSieve::bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether a text may be taken that begins with this line, by its level and its step.
    boolean mayBegin(byte[] line) {
        return levels.map(any -> any.stream().anyMatch(level -> begins(line, part(line, LEVEL), level))).orElse(true)
                && step.map(name -> begins(line, part(line, STEP), name)).orElse(true);
    }

    /// Whether a line may have the words in it, if it is the first one of a text.
    boolean mayHoldFirst(byte[] line) {
        return words.isEmpty() || holds(line, part(line, TEXT), words.get());
    }

    /// Whether a line may have the words in it, if it is another one.
    boolean mayHold(byte[] line) {
        return words.isEmpty() || holds(line, 0, words.get());
    }

    /// Where a part of a line begins: those before have no spaces in them, and any number behind them.
    private static int part(byte[] line, int number) {
        int at = 0;
        for (int part = 0; part < number; part++) {
            while (at < line.length && line[at] != ' ') {
                at++;
            }
            while (at < line.length && line[at] == ' ') {
                at++;
            }
        }
        return at;
    }

    private static boolean begins(byte[] line, int at, byte[] part) {
        return at + part.length <= line.length && Arrays.equals(line, at, at + part.length, part, 0, part.length);
    }

    /// Whether the words may stand behind a byte of the line, in whatever case.
    private static boolean holds(byte[] line, int from, byte[] words) {
        int last = line.length - words.length;
        for (int at = from; at < line.length; at++) {
            // Letters that are no ASCII may become some when they are made small, as the Kelvin sign does.
            if (line[at] < 0 || (small(line[at]) == words[0] && at <= last && matches(line, at, words))) {
                return true;
            }
        }
        return false;
    }

    private static int small(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private static boolean matches(byte[] line, int at, byte[] words) {
        for (int i = 0; i < words.length; i++) {
            if (words[i] != small(line[at + i])) {
                return false;
            }
        }
        return true;
    }
}
