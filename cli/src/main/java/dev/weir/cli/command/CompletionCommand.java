package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// `weir completion`: a script by which a shell completes command lines. It asks [CompletionWordsCommand].
final class CompletionCommand implements Command {
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "completion",
                        "Prints the script by which a shell completes what you type",
                        Words.one("SHELL", "bash, zsh or fish"))
                .example("source <(weir completion bash)")
                .example("weir completion fish > ~/.config/fish/completions/weir.fish");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        String shell = arguments.words().getFirst();
        if (!SHELLS.contains(shell)) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "There is no completion for %s: name bash, zsh or fish.".formatted(shell));
        }
        return new Script(shell, script(shell));
    }

    private static String script(String shell) {
        String name = "completion." + shell;
        try (InputStream text = Objects.requireNonNull(CompletionCommand.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Script(String shell, String text) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.write(text);
        }

        @Override
        public Object json() {
            return new JsonObject().with("shell", shell).with("script", text);
        }
    }
}
