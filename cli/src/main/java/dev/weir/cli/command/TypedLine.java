package dev.weir.cli.command;

import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command line that somebody is still typing.
///
/// @param syntax of the command, as soon as it is there
/// @param words beside the options, those of the command included
/// @param values of the options
/// @param awaited the option whose value is being typed
/// @param current the last word as far as it is typed; empty if the next one has not been begun
record TypedLine(
        Optional<Syntax> syntax,
        List<String> words,
        Map<String, String> values,
        Optional<Option> awaited,
        String current) {

    static TypedLine of(List<String> typed) {
        String current = typed.isEmpty() ? "" : typed.getLast();
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        @Nullable Option awaited = null;
        for (String word : typed.isEmpty() ? typed : typed.subList(0, typed.size() - 1)) {
            if (awaited != null) {
                values.put(awaited.name(), word);
                awaited = null;
            } else if (word.startsWith("-")) {
                awaited = options(syntaxOf(words)).stream()
                        .filter(option -> option.name().equals(word) && option.kind() != Option.Kind.SWITCH)
                        .findFirst()
                        .orElse(null);
            } else {
                words.add(word);
            }
        }
        return new TypedLine(syntaxOf(words), words, values, Optional.ofNullable(awaited), current);
    }

    private static Optional<Syntax> syntaxOf(List<String> words) {
        if (words.size() > 1) {
            Optional<Command> ofTwoWords = Commands.named(words.get(0) + " " + words.get(1));
            if (ofTwoWords.isPresent()) {
                return ofTwoWords.map(Command::syntax);
            }
        }
        return words.isEmpty() ? Optional.empty() : Commands.named(words.getFirst()).map(Command::syntax);
    }

    private static List<Option> options(Optional<Syntax> syntax) {
        List<Option> options = new ArrayList<>(Syntax.EVERYWHERE);
        syntax.ifPresent(known -> options.addAll(known.options()));
        return options;
    }

    /// The options that may stand here.
    List<Option> options() {
        return options(syntax);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(values.get(option.name()));
    }

    /// How many words of the command itself stand already, beside its name.
    int given() {
        return words.size() - syntax.orElseThrow().command().split(" ").length;
    }
}
