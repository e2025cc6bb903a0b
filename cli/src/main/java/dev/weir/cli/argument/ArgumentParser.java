package dev.weir.cli.argument;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Option.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sorts the words of a command line by the syntax of its command. Options and other words may be mixed; after `--` no
/// word is an option. Used once.
public final class ArgumentParser {
    private final Syntax syntax;
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public ArgumentParser(Syntax syntax) {
        this.syntax = syntax;
    }

    /// @param given the command line without the name of the command
    /// @throws WeirException with everything that is wrong in it
    public Arguments parse(List<String> given) {
        Deque<String> rest = new ArrayDeque<>(given);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.equals("--")) {
                words.addAll(rest);
                rest.clear();
            } else if (word.startsWith("-") && word.length() > 1) {
                takeOption(word, rest);
            } else {
                words.add(word);
            }
        }
        if (!options.containsKey(Syntax.HELP.name())) {
            countWords();
        }
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
        return new Arguments(words, options);
    }

    private void takeOption(String word, Deque<String> rest) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals < 0 ? word : word.substring(0, equals);
        Optional<Option> known = syntax.option(name);
        if (known.isEmpty()) {
            wrong("weir %s has no option %s.%s".formatted(syntax.command(), name, nearest(name)));
            return;
        }
        Option option = known.get();
        if (option.kind() == Kind.SWITCH) {
            if (equals >= 0) {
                wrong("Option %s takes no value, but was given '%s'.".formatted(name, word.substring(equals + 1)));
            }
            options.putIfAbsent(option.name(), List.of());
        } else if (equals < 0 && rest.isEmpty()) {
            wrong("Option %s needs a value: write %s.".formatted(name, option));
        } else {
            put(option, equals < 0 ? rest.pop() : word.substring(equals + 1));
        }
    }

    private void put(Option option, String value) {
        List<String> values = options.computeIfAbsent(option.name(), _ -> new ArrayList<>());
        if (option.kind() == Kind.VALUE && !values.isEmpty()) {
            wrong("Option %s stands twice, with '%s' and '%s'. Once is enough."
                    .formatted(option.name(), values.getFirst(), value));
        }
        values.add(value);
    }

    private void countWords() {
        if (words.size() > syntax.words().atMost()) {
            String extra = words.get(syntax.words().atMost());
            wrong(syntax.words().atMost() == 0
                    ? "weir %s takes no words beside its options, but was given '%s'.".formatted(syntax.command(), extra)
                    : "weir %s takes one %s, but was given '%s' as well."
                            .formatted(syntax.command(), syntax.words().label(), extra));
        }
        if (words.size() < syntax.words().atLeast()) {
            wrong("weir %s needs %s %s: write weir %s %s."
                    .formatted(
                            syntax.command(),
                            "AEIOU".indexOf(syntax.words().label().charAt(0)) < 0 ? "a" : "an",
                            syntax.words().label(),
                            syntax.command(),
                            syntax.words()));
        }
    }

    private String nearest(String name) {
        return DidYouMean.among(syntax.allOptions().stream().map(Option::name).toList()).hint(name);
    }

    private void wrong(String message) {
        problems.add(Problem.of(ProblemCode.USAGE, message));
    }
}
