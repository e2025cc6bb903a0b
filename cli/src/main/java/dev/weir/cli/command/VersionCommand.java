package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import java.util.Optional;

/// `weir version`.
final class VersionCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("version", "Prints the version of Weir", Words.NONE).example("weir version");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        String version = Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new VersionAnswer(version, Runtime.version().toString());
    }

    private record VersionAnswer(String version, String java) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line("weir %s (Java %s)".formatted(version, java));
        }

        @Override
        public Object json() {
            return new JsonObject().with("version", version).with("java", java);
        }
    }
}
