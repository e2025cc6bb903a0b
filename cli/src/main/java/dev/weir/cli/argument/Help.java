package dev.weir.cli.argument;

import java.util.List;

/// The help of a command, and of Weir as a whole.
public final class Help {
    private static final int COLUMN = 24;

    private Help() {}

    /// What one command understands, with examples.
    public static String of(Syntax syntax) {
        StringBuilder text = new StringBuilder(syntax.purpose()).append("\n\n");
        text.append("Usage: weir ").append(syntax.command());
        if (syntax.words().atMost() > 0) {
            text.append(' ').append(syntax.words());
        }
        text.append(" [options]\n\n");
        if (syntax.words().atMost() > 0) {
            entry(text, syntax.words().toString(), syntax.words().help());
        }
        options(text, syntax.options());
        text.append("\nFor every command:\n");
        options(text, Syntax.EVERYWHERE);
        text.append(syntax.examples().size() == 1 ? "\nExample:\n" : "\nExamples:\n");
        syntax.examples().forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    /// All commands, one line each.
    public static String of(List<Syntax> commands) {
        StringBuilder text = new StringBuilder("""
                Weir runs the assets your Java methods declare: what is missing or out of date, checked before it is published.

                Usage: weir COMMAND [options]

                """);
        commands.forEach(syntax -> entry(text, syntax.command(), syntax.purpose()));
        return text.append("\nweir COMMAND --help explains one of them.\n").toString();
    }

    private static void options(StringBuilder text, List<Option> options) {
        options.forEach(option -> entry(text, option.toString(), option.help()));
    }

    private static void entry(StringBuilder text, String name, String help) {
        text.append("  ").append(name);
        text.append(" ".repeat(Math.max(2, COLUMN - name.length()))).append(help).append('\n');
    }
}
