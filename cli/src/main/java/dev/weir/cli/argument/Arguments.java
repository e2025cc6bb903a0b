package dev.weir.cli.argument;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of one command line, sorted: which options stand, with which values, and the words beside them.
public final class Arguments {
    private final List<String> words;
    private final Map<String, List<String>> options;

    Arguments(List<String> words, Map<String, List<String>> options) {
        this.words = List.copyOf(words);
        this.options = Map.copyOf(options);
    }

    /// The words that belong to no option, in order.
    public List<String> words() {
        return words;
    }

    public boolean has(Option option) {
        return options.containsKey(option.name());
    }

    public Optional<String> value(Option option) {
        return values(option).stream().findFirst();
    }

    /// The values of an option that may stand many times, in order.
    public List<String> values(Option option) {
        return options.getOrDefault(option.name(), List.of());
    }
}
