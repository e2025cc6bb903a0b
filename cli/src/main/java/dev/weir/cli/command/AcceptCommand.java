package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.List;

/// `weir accept`: lets what is published count as made by the code and configuration of now, without computing it again.
final class AcceptCommand implements Command {
    private static final Option REASON = Option.value("--reason", "TEXT", "Why it would come out the same; kept with it");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "accept",
                        "Lets what is published count as made by the code and configuration of now",
                        ReferenceWords.ASSET)
                .with(REASON, Syntax.CONFIG)
                .example("weir accept daily_delays --reason 'only renamed a variable'");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        String reason = arguments.value(REASON).map(String::strip).filter(text -> !text.isEmpty()).orElseThrow(() -> new WeirException(
                ProblemCode.USAGE, "weir accept needs a --reason: write why what is published would come out the same."));
        Workspace workspace = session.workspace();
        Reference reference = Reference.parse(arguments.words().getFirst(), workspace.graph());
        if (reference.number().isPresent()) {
            throw new WeirException(
                    ProblemCode.USAGE, "weir accept takes what is current: name an asset, or a partition of it, without #.");
        }
        workspace.prepareToWrite();
        Versions versions = session.found();
        List<Version> current = versions.current(reference).stream().map(CurrentVersion::version).toList();
        if (current.isEmpty()) {
            throw versions.nothing(reference);
        }
        List<Version> accepted = workspace.accept(session.environment(), reference.asset(), current, reason);
        return new Accepted(accepted, new Names(workspace.graph()), reason);
    }

    private record Accepted(List<Version> versions, Names names, String reason) implements Answer {
        private static final int MOST_LINES = 20;

        @Override
        public void print(Screen screen) {
            for (Version version : versions.subList(0, Math.min(versions.size(), MOST_LINES))) {
                screen.line("%s %s counts as made by the code and configuration of now."
                        .formatted(screen.paint(Style.GREEN, "✓"), names.of(version)));
            }
            if (versions.size() > MOST_LINES) {
                screen.line("… and %d more.".formatted(versions.size() - MOST_LINES));
            }
        }

        @Override
        public Object json() {
            return new JsonObject().with("accepted", versions, names::of).with("reason", reason);
        }
    }
}
