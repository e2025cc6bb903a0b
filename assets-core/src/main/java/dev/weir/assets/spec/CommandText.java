package dev.weir.assets.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes a command apart into words, as a shell would that knows blanks, quotes and `\` and nothing else.
final class CommandText {

    private static final Set<String> OF_SHELLS = Set.of("|", "||", "&", "&&", ";", ">", ">>", "<", "2>", "2>&1");
    private static final char NONE = 0;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean isQuoted;

    private CommandText(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException if there is no word, a quote is not closed, or it was meant for a shell
    static List<String> words(String text) {
        CommandText command = new CommandText(text);
        command.read();
        if (command.words.isEmpty()) {
            throw new IllegalArgumentException("The command is empty: write a program and its arguments, such as python train.py");
        }
        return List.copyOf(command.words);
    }

    private void read() {
        char quote = NONE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                take(text.charAt(++i));
                isQuoted = true;
            } else if (quote == NONE && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
                isQuoted = true;
            } else if (c == quote) {
                quote = NONE;
            } else if (quote == NONE && Character.isWhitespace(c)) {
                endWord();
            } else {
                take(c);
            }
        }
        if (quote != NONE) {
            throw new IllegalArgumentException("A quote (%s) is not closed in the command: %s".formatted(quote, text));
        }
        endWord();
    }

    private void take(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (!inWord) {
            return;
        }
        String ended = word.toString();
        if (!isQuoted && OF_SHELLS.contains(ended)) {
            throw new IllegalArgumentException(
                    "No shell runs the command, so that '%s' would be an argument: write a script, or sh -c '…'"
                            .formatted(ended));
        }
        words.add(ended);
        word.setLength(0);
        inWord = false;
        isQuoted = false;
    }
}
