package dev.weir.cli;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.ArgumentParser;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Help;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.command.Command;
import dev.weir.cli.command.Commands;
import dev.weir.cli.command.Selection;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Envelope;
import dev.weir.cli.output.ProblemText;
import dev.weir.cli.owner.OwnedElsewhere;
import dev.weir.cli.run.InterruptedWaiting;
import dev.weir.cli.wiring.Faults;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonText;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// From words to an exit status. Whatever happens inside, one answer goes out and no stack trace.
public final class Cli {
    private static final int INTERRUPTED = 130;

    private final Session.Context context;

    public Cli(Session.Context context) {
        this.context = context;
    }

    /// @return the exit status
    public int run(String... given) {
        List<String> words = Arrays.asList(given);
        Format format = Format.of(words);
        String command = "";
        int status;
        try {
            CommandLine line = CommandLine.of(words);
            if (line.command().isEmpty()) {
                console().out().write(Help.of(Commands.syntaxes()));
                status = 0;
            } else {
                command = line.command().get().syntax().command();
                status = run(line, words, format);
            }
        } catch (WeirException wrong) {
            status = fail(command, wrong.problems(), format);
        } catch (InvalidPathException noPath) {
            status = fail(command, List.of(noPath(noPath, System.getProperty("sun.jnu.encoding"))), format);
        } catch (InterruptedWaiting interrupted) {
            status = INTERRUPTED;
        } catch (RuntimeException | Error fault) {
            status = fail(command, List.of(Faults.record(fault, context)), format);
        }
        console().flush();
        Optional<String> lost = console().out().failure();
        return lost.isEmpty() ? status : Math.max(status, fail(command, List.of(lost(lost.get())), Format.TEXT));
    }

    /// @param encoding in which this process takes the names of files
    static Problem noPath(InvalidPathException noPath, String encoding) {
        String text = encoding.equals("UTF-8") || noPath.getInput().indexOf('\0') >= 0
                ? "'%s' is not a path (%s): correct it.".formatted(noPath.getInput(), noPath.getReason())
                : "'%s' cannot be a path where the locale takes the names of files as %s: set LC_ALL=C.UTF-8, or take another name."
                        .formatted(noPath.getInput(), encoding);
        return Problem.of(ProblemCode.USAGE, text);
    }

    private static Problem lost(String why) {
        return Problem.of(
                ProblemCode.OUTPUT_LOST,
                "The answer could not be written to its end: %s. Make room, or send it elsewhere, and give the command again."
                        .formatted(why));
    }

    private enum Format {
        TEXT,
        JSON;

        /// As the options say, be they understood or not; after `--` no word is one.
        static Format of(List<String> words) {
            int end = words.indexOf("--");
            List<String> options = end < 0 ? words : words.subList(0, end);
            return options.contains(Syntax.JSON.name()) ? JSON : TEXT;
        }
    }

    private int run(CommandLine line, List<String> typed, Format format) {
        Command command = line.command().orElseThrow();
        Arguments arguments = new ArgumentParser(command.syntax()).parse(line.words());
        if (arguments.has(Syntax.HELP)) {
            console().out().write(Help.of(command.syntax()));
            return 0;
        }
        Session.Target target = new Session.Target(
                arguments.value(Syntax.PROJECT),
                arguments.value(Syntax.FILE),
                arguments.value(Syntax.ENVIRONMENT),
                arguments.values(Syntax.CONFIG),
                Selection.jobs(command.syntax(), arguments),
                typed);
        OptionalInt status;
        do {
            status = status(command, arguments, target, format);
        } while (status.isEmpty());
        return status.getAsInt();
    }

    /// Nothing if somebody else was to do it, and did not.
    private OptionalInt status(Command command, Arguments arguments, Session.Target target, Format format) {
        try (Session session = new Session(context, target)) {
            Answer answer = command.run(arguments, session);
            return OptionalInt.of(give(command.syntax().command(), answer, format));
        } catch (OwnedElsewhere owned) {
            return new ByOwner(context).done(owned.conversation(), target.words(), command.again(arguments));
        }
    }

    private int give(String command, Answer answer, Format format) {
        if (format == Format.JSON) {
            envelope(command, answer.exitStatus(), answer.problems(), answer.json());
        } else {
            answer.print(console().out());
            console().out().flush();
            ProblemText.print(answer.problems(), console().err());
        }
        return answer.exitStatus();
    }

    private int fail(String command, List<Problem> problems, Format format) {
        int status = problems.stream().map(Problem::code).mapToInt(Cli::exitStatus).max().orElse(0);
        if (format == Format.JSON) {
            envelope(command, status, problems, null);
        } else {
            console().out().flush();
            ProblemText.print(problems, console().err());
        }
        return status;
    }

    private void envelope(String command, int status, List<Problem> problems, @Nullable Object result) {
        console().out().write(JsonText.of(Envelope.of(command, status, problems, result)) + "\n");
    }

    private static int exitStatus(ProblemCode code) {
        return code.kind().exitStatus();
    }

    private Console console() {
        return context.console();
    }
}
