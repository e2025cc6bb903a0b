package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;

/// One command. Made anew for each use.
public interface Command {

    Syntax syntax();

    /// Does what the arguments say.
    ///
    /// @throws dev.weir.assets.problem.WeirException if it cannot
    Answer run(Arguments arguments, Session session);

    /// What doing it a second time comes to, once it had begun to write.
    default Again again(Arguments arguments) {
        return Again.DOES_MORE;
    }

    /// What doing a command again does that its process left unfinished.
    enum Again {
        /// The rest of it.
        GOES_ON,
        /// Some of it twice, perhaps.
        DOES_MORE
    }
}
