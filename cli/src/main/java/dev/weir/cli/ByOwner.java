package dev.weir.cli;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.command.Command.Again;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.owner.Conversation;
import dev.weir.cli.owner.Conversation.End;
import dev.weir.cli.owner.Received;
import dev.weir.cli.owner.Request;
import dev.weir.cli.wiring.Distribution;
import dev.weir.cli.wiring.Session;
import java.util.List;
import java.util.OptionalInt;

/// Has a command done by the process that owns the database.
final class ByOwner {

    private static final int INTERRUPTED = 130;

    private final Session.Context context;

    ByOwner(Session.Context context) {
        this.context = context;
    }

    /// @param again what doing it a second time comes to
    /// @return the exit status; nothing if the command is to be begun anew here
    /// @throws WeirException if it cannot be done there, or what the owner did of it before it ended cannot be told
    OptionalInt done(Conversation owner, List<String> words, Again again) {
        Console console = context.console();
        console.flush();
        context.interruption().watch(_ -> owner.cancel());
        try (owner;
                Received received = new Received(console.out()::pass, console.err()::pass)) {
            return switch (owner.hold(request(words), received)) {
                case End.Exited(int status) -> OptionalInt.of(status);
                case End.Refused(String why) ->
                    throw new WeirException(
                            ProblemCode.DATABASE_IN_USE,
                            "The database of this project is in use by process %d, %s.".formatted(owner.process(), why));
                case End.Alone(Conversation.Lost lost) ->
                    context.interruption().isInterrupted() ? OptionalInt.of(INTERRUPTED) : alone(owner, lost, again);
            };
        }
    }

    private OptionalInt alone(Conversation owner, Conversation.Lost lost, Again again) {
        String wayOut =
                switch (lost) {
                    case NOTHING -> "";
                    case ANSWER -> "in the middle of the answer: do it again.";
                    case WORK ->
                        switch (again) {
                            case GOES_ON -> "";
                            case DOES_MORE -> "before this was over: see what it has done, then do the rest.";
                        };
                };
        if (!wayOut.isEmpty()) {
            throw new WeirException(
                    ProblemCode.OWNER_GONE,
                    "Process %d, which owned the database of this project, has ended %s".formatted(owner.process(), wayOut));
        }
        context.console().err().line(
                "Process %d, which owned the database of this project, has ended: this one goes on by itself."
                        .formatted(owner.process()));
        context.console().flush();
        return OptionalInt.empty();
    }

    private Request request(List<String> words) {
        Console console = context.console();
        return new Request(
                Distribution.weir(),
                words,
                context.folder(),
                context.variables(),
                context.zone(),
                terminal(console.out()),
                terminal(console.err()));
    }

    private static Request.Terminal terminal(Screen screen) {
        return new Request.Terminal(
                screen.isTerminal() ? screen.width() : 0,
                screen.isColoured() ? Request.Colour.YES : Request.Colour.NO);
    }
}
