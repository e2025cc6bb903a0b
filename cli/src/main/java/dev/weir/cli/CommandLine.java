package dev.weir.cli;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Option.Kind;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.command.Command;
import dev.weir.cli.command.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command line cut in two: the command, and its words without the name.
///
/// @param command nothing if only the help of Weir as a whole is asked for
record CommandLine(Optional<Command> command, List<String> words) {

    /// Finds the command: the first word that is neither an option nor the value of one. Options may stand before it.
    ///
    /// @throws WeirException if there is no such command
    static CommandLine of(List<String> given) {
        int at = 0;
        while (at < given.size() && given.get(at).startsWith("-")) {
            at += takesNextWord(given.get(at)) ? 2 : 1;
        }
        if (at >= given.size()) {
            return onlyOptions(given);
        }
        List<String> words = new ArrayList<>(given);
        String name = words.remove(at);
        if (name.equals("help")) {
            words.add(Syntax.HELP.name());
            return words.size() > 1 ? of(words) : new CommandLine(Optional.empty(), words);
        }
        if (at < words.size()) {
            Optional<Command> ofTwoWords = Commands.named(name + " " + words.get(at));
            if (ofTwoWords.isPresent()) {
                words.remove(at);
                return new CommandLine(ofTwoWords, words);
            }
        }
        return new CommandLine(Optional.of(Commands.named(name).orElseThrow(() -> unknown(name))), words);
    }

    private static CommandLine onlyOptions(List<String> given) {
        if (given.contains("--version")) {
            return new CommandLine(Commands.named("version"), List.of());
        }
        for (String word : given) {
            if (Syntax.EVERYWHERE.stream().noneMatch(option -> word.equals(option.name())) && !word.equals("-h")) {
                throw new WeirException(
                        ProblemCode.USAGE, "No command was given. Write weir COMMAND; weir --help lists the commands.");
            }
        }
        return new CommandLine(Optional.empty(), given);
    }

    private static boolean takesNextWord(String word) {
        return Syntax.EVERYWHERE.stream()
                .anyMatch((Option option) -> option.kind() != Kind.SWITCH && option.name().equals(word));
    }

    private static WeirException unknown(String name) {
        String hint = DidYouMean.among(Commands.NAMES).hint(name);
        return new WeirException(
                ProblemCode.USAGE,
                "There is no command %s.%s".formatted(name, hint.isEmpty() ? " weir --help lists the commands." : hint));
    }
}
