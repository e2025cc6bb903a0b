package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.LogText;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.run.LogLine.Level;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `weir logs`: what the steps of a run said, also while it goes on and after it was killed.
final class LogsCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "logs",
                        "Shows what the steps of a run said, and what they threw",
                        new Words("RUN [STEP]", 1, 2, ReferenceWords.RUN + "; and an asset or asset@P"))
                .example("weir logs latest")
                .example("weir logs latest raw_flights@2013-01-15");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        RunId run = find(arguments.words().getFirst(), workspace);
        Optional<String> step = arguments.words().stream().skip(1).findFirst();
        List<LogText> lines = workspace.logOf(run).map(LogsCommand::read).orElse(List.of()).stream()
                .filter(line -> step.isEmpty() || isOf(step.get(), line.step()))
                .toList();
        return new Lines(run, lines, session.context().moments());
    }

    // While a run goes on the embedded database belongs to it; the files tell of it all the same.
    private static RunId find(String typed, Workspace workspace) {
        try {
            return RunReference.find(typed, workspace.runs()).id();
        } catch (WeirException unavailable) {
            if (unavailable.problems().getFirst().code() != ProblemCode.DATABASE_IN_USE) {
                throw unavailable;
            }
            List<RunId> candidates = workspace.logged().stream()
                    .filter(run -> typed.equals("latest") || run.toString().startsWith(typed.toLowerCase(Locale.ROOT)))
                    .toList();
            if (candidates.size() == 1 || (typed.equals("latest") && !candidates.isEmpty())) {
                return candidates.getFirst();
            }
            throw unavailable;
        }
    }

    private static boolean isOf(String wanted, String step) {
        return step.equals(wanted) || step.startsWith(wanted + "@") || step.endsWith("/" + wanted) || step.contains("/" + wanted + "@");
    }

    private static List<LogText> read(Path file) {
        try {
            return LogText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Lines(RunId run, List<LogText> lines, Moments moments) implements Answer {
        @Override
        public void print(Screen screen) {
            if (lines.isEmpty()) {
                screen.line("Nothing was said in run %s.".formatted(run));
            }
            for (LogText line : lines) {
                String attempt = line.attempt() > 1 ? " attempt " + line.attempt() : "";
                String head = "%s  %s%s  %s".formatted(
                        moments.of(line.at()), line.step().isEmpty() ? "run" : line.step(), attempt, line.level());
                boolean matters = line.level() == Level.WARN || line.level() == Level.ERROR;
                screen.line(screen.paint(matters ? Style.YELLOW : Style.DIM, head) + "  "
                        + line.text().replace("\n", "\n    "));
            }
        }

        @Override
        public Object json() {
            return new JsonObject().with("run", run).with("lines", lines, line -> new JsonObject()
                    .with("at", line.at())
                    .with("level", line.level())
                    .with("target", line.step().isEmpty() ? null : line.step())
                    .with("attempt", line.attempt())
                    .with("logger", line.logger().isEmpty() ? null : line.logger())
                    .with("text", line.text()));
        }
    }
}
