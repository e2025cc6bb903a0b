package dev.weir.cli.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words one command understands.
///
/// @param command the name, of one word or two: `run show`
/// @param purpose what the command does, in one sentence
/// @param words what stands beside the options
/// @param options those of this command alone
/// @param examples whole command lines
public record Syntax(String command, String purpose, Words words, List<Option> options, List<String> examples) {

    public static final Option PROJECT =
            Option.value("--project", "DIR", "The folder of the project; by default this one or the nearest above");
    public static final Option FILE = Option.value("-f", "FILE", "A single Java file to use as the project");
    public static final Option JSON = Option.toggle("--json", "Answer with one JSON object, for programs");
    public static final Option ENVIRONMENT = Option.value("--env", "NAME", "The environment to look at or to publish in");
    /// Not for every command: only for those to which the configuration of assets matters.
    public static final Option CONFIG = Option.values(
            "--config", "NAME.FIELD=VALUE", "A value of configuration, in place of the one in weir.yaml; may stand many times");

    public static final Option HELP = Option.toggle("--help", "Explain this command");

    /// What every command understands.
    public static final List<Option> EVERYWHERE = List.of(PROJECT, FILE, ENVIRONMENT, JSON, HELP);

    public Syntax {
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /// The words beside the options.
    ///
    /// @param label what they are called in the help: `SELECTION`
    /// @param help what they are, in one sentence; empty if there are none
    public record Words(String label, int atLeast, int atMost, String help) {
        public static final Words NONE = new Words("", 0, 0, "");

        public static Words one(String label, String help) {
            return new Words(label, 1, 1, help);
        }

        public static Words any(String label, String help) {
            return new Words(label, 0, Integer.MAX_VALUE, help);
        }

        /// As the help shows them: `[SELECTION…]`.
        @Override
        public String toString() {
            if (label.contains(" ")) {
                return label;
            }
            String name = atMost > 1 ? label + "…" : label;
            return atLeast == 0 && atMost > 0 ? "[" + name + "]" : name;
        }
    }

    public static Syntax of(String command, String purpose, Words words) {
        return new Syntax(command, purpose, words, List.of(), List.of());
    }

    public Syntax with(Option... more) {
        List<Option> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Syntax(command, purpose, words, all, examples);
    }

    public Syntax example(String line) {
        List<String> all = new ArrayList<>(examples);
        all.add(line);
        return new Syntax(command, purpose, words, options, all);
    }

    Optional<Option> option(String name) {
        String canonical = name.equals("-h") ? HELP.name() : name;
        return allOptions().stream().filter(option -> option.name().equals(canonical)).findFirst();
    }

    List<Option> allOptions() {
        List<Option> all = new ArrayList<>(options);
        all.addAll(EVERYWHERE);
        return all;
    }
}
