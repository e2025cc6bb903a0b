package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.init.NewProject;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/// `weir init`: makes a Maven project to start from.
final class InitCommand implements Command {
    private static final Option PACKAGE =
            Option.value("--package", "NAME", "The Java package of its classes; by default dev.example");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "init",
                        "Makes a Maven project to start from, in a new folder",
                        Words.one("NAME", "The name of the project and of its folder"))
                .with(PACKAGE)
                .example("weir init my-shop --package org.example.shop");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        String name = arguments.words().getFirst();
        NewProject project = new NewProject(name, arguments.value(PACKAGE).orElse("dev.example"));
        Path folder = session.context().folder().resolve(name);
        project.writeTo(folder);
        return new Made(project, folder);
    }

    private record Made(NewProject project, Path folder) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line("%s Project %s is made. To compute its first day, and to test it:"
                    .formatted(screen.paint(Style.GREEN, "✓"), project.name()));
            screen.line();
            screen.line("    cd " + project.name());
            screen.line("    weir materialize --partition 2026-01-01");
            screen.line("    mvn test");
            screen.line();
            screen.line("Its README.md says more.");
        }

        @Override
        public Object json() {
            return new JsonObject()
                    .with("project", project.name())
                    .with("package", project.packageName())
                    .with("folder", folder)
                    .with("files", List.copyOf(project.files().sequencedKeySet()));
        }
    }
}
