package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;

/// How far to go in the graph, as commands are told.
final class Depth {
    static final Option OPTION = Option.value("--depth", "N", "How many steps away; by default all");

    private Depth() {}

    static int of(Arguments arguments) {
        String depth = arguments.value(OPTION).orElse("");
        if (depth.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (!depth.matches("[1-9][0-9]{0,8}")) {
            throw new WeirException(
                    ProblemCode.USAGE, "--depth is '%s': write how many steps, 1 or more.".formatted(depth));
        }
        return Integer.parseInt(depth);
    }
}
