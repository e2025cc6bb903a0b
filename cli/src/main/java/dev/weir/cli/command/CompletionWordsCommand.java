package dev.weir.cli.command;

import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `weir completion words -- WORD…`: what the last word may become. The scripts of the shells call it, people need not
/// know of it. Says nothing rather than that something is wrong, and compiles no project.
final class CompletionWordsCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "completion words",
                        "Says what the last word of a command line may become",
                        Words.any("WORD", "The words after weir, behind --, the last of them as far as it is typed"))
                .example("weir completion words -- show dai");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        TypedLine line = TypedLine.of(arguments.words());
        Completion completion = new Completion(session.context().folder(), () -> names(line, session));
        return new Found(completion.of(line));
    }

    private static Completion.Names names(TypedLine line, Session session) {
        Session.Target target = new Session.Target(
                line.value(Syntax.PROJECT), line.value(Syntax.FILE), Optional.empty(), List.of(), Set.of(), List.of());
        try (Session about = new Session(session.context(), target);
                Workspace workspace = about.workspace().asLastCompiled()) {
            return Completion.Names.of(workspace);
        } catch (WeirException wrong) {
            return Completion.Names.NONE;
        }
    }

    private record Found(List<String> words) implements Answer {
        @Override
        public void print(Screen screen) {
            words.forEach(screen::line);
        }

        @Override
        public Object json() {
            return new JsonObject().with("words", words, word -> word);
        }
    }
}
