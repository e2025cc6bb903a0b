package dev.weir.cli.argument;

/// One option of a command.
///
/// @param name as it is written, with its dashes: `--partition`
/// @param kind whether it takes a value, and how often it may stand
/// @param label what its value is called in the help: `KEY`; empty for a switch
/// @param help what it does, in one sentence
public record Option(String name, Kind kind, String label, String help) {

    /// Whether an option takes a value.
    public enum Kind {
        /// Takes none.
        SWITCH,
        /// Takes one, and stands at most once.
        VALUE,
        /// Takes one, and may stand many times.
        VALUES
    }

    public static Option toggle(String name, String help) {
        return new Option(name, Kind.SWITCH, "", help);
    }

    public static Option value(String name, String label, String help) {
        return new Option(name, Kind.VALUE, label, help);
    }

    public static Option values(String name, String label, String help) {
        return new Option(name, Kind.VALUES, label, help);
    }

    /// As the help shows it: `--partition KEY`.
    @Override
    public String toString() {
        return label.isEmpty() ? name : name + " " + label;
    }
}
