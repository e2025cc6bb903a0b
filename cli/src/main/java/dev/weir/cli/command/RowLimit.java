package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;

/// The options that say which rows are shown, how many, and how.
final class RowLimit {
    static final Option CSV = Option.toggle("--csv", "Print the rows as CSV");
    static final Option QUARANTINED = Option.toggle("--quarantined", "Look at the rows that were put aside");

    private RowLimit() {}

    /// @throws WeirException if what was given is no number
    static int of(Arguments arguments, Option option, int otherwise) {
        if (arguments.value(option).isEmpty()) {
            return otherwise;
        }
        String text = arguments.value(option).get();
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new WeirException(
                    ProblemCode.USAGE, "%s is '%s': write how many rows to show, 1 or more.".formatted(option.name(), text));
        }
        return Integer.parseInt(text);
    }

    static RowsAnswer.Form form(Arguments arguments) {
        return arguments.has(CSV) ? RowsAnswer.Form.CSV : RowsAnswer.Form.TABLE;
    }
}
