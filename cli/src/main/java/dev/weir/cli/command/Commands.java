package dev.weir.cli.command;

import dev.weir.cli.argument.Syntax;
import java.util.List;
import java.util.Optional;

/// All commands, by name. Only the one that is asked for is loaded.
public final class Commands {

    /// In the order in which the help lists them.
    public static final List<String> NAMES = List.of("version");

    private Commands() {}

    public static Optional<Command> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "version" -> new VersionCommand();
                    default -> null;
                });
    }

    public static List<Syntax> syntaxes() {
        return NAMES.stream().map(name -> named(name).orElseThrow().syntax()).toList();
    }
}
