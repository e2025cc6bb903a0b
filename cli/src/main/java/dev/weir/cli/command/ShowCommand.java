package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.checks.CheckSpec;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetJson;
import dev.weir.lineageui.view.HoldJson;
import dev.weir.lineageui.view.PlaceText;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.SkipJson;
import dev.weir.lineageui.view.SourceJson;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.project.DeclaredAt.Detail;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Optional;

/// `weir show`: one asset and its newest version.
final class ShowCommand implements Command {
    private static final Option REJECTED =
            Option.toggle("--rejected", "Show the newest rejected version, with what the checks found");

    private static final Option CONFIG = Option.toggle(
            "--config", "Show the configuration that holds for the asset, or for the project, and who says so");
    private static final Words WORDS = new Words(ReferenceWords.ASSET.label(), 0, 1, ReferenceWords.ASSET.help());

    @Override
    public Syntax syntax() {
        return Syntax.of("show", "Shows an asset, and its newest version or the one that is named", WORDS)
                .with(REJECTED, CONFIG)
                .example("weir show daily_delays@2013-01-15")
                .example("weir show daily_delays@2013-01-15 --rejected")
                .example("weir show --config");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        if (arguments.has(CONFIG)) {
            return new ConfigAnswer(workspace.configuration(arguments.words().stream()
                    .findFirst()
                    .map(word -> Reference.parse(word, workspace.graph()).asset())));
        }
        if (arguments.words().isEmpty()) {
            throw new WeirException(
                    ProblemCode.USAGE, "weir show needs an ASSET, unless it is to show --config: write weir show ASSET.");
        }
        Reference reference = session.reference(arguments.words().getFirst());
        Versions versions = session.found();
        Optional<Version> version = versions.find(reference);
        if (arguments.has(REJECTED)) {
            version = versions.rejected(reference);
            if (version.isEmpty()) {
                throw new WeirException(
                        ProblemCode.UNKNOWN_VERSION,
                        "No rejected version of %s stands in environment %s."
                                .formatted(arguments.words().getFirst(), session.environment()));
            }
        }
        return new Shown(
                workspace,
                workspace.graph().asset(reference.asset()),
                version,
                versions.rejected(reference),
                versions.skips(reference).stream().findFirst(),
                versions.holds(reference),
                session.context().moments());
    }

    /// @param rejection the newest rejected version that stands
    /// @param skip the newest one by a condition that stands
    private record Shown(
            Workspace workspace,
            AssetSpec asset,
            Optional<Version> version,
            Optional<Version> rejection,
            Optional<StandingSkip> skip,
            List<Hold> holds,
            Moments moments)
            implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line(screen.paint(Style.BOLD, asset.key().toString()));
            if (!asset.description().text().isEmpty()) {
                screen.line(asset.description().text());
            }
            screen.line();
            AssetGraph graph = workspace.graph();
            Facts facts = new Facts()
                    .add("group", asset.description().group())
                    .add("owners", asset.description().owners())
                    .add("tags", asset.description().tags())
                    .add("kinds", asset.description().kinds())
                    .add("partitions", asset.partitions().describe())
                    .add("gives", asset.output().javaType())
                    .add("runs if", asset.computation().condition().map(Shown::condition).orElse(""))
                    .add("pool", asset.execution().pool().value().map(Object::toString).orElse(""))
                    .add("computed", PlaceText.of(asset))
                    .add("made with", madeWith())
                    .add("reads", graph.upstreamOf(asset.key()))
                    .add("read by", graph.downstreamOf(asset.key()))
                    .add("renamed from", asset.formerKeys())
                    .add("declared in", asset.computation().declaringClass() + "." + asset.computation().method())
                    .add("source", SourceJson.text(workspace.declaredAt(asset.key(), Detail.PLACE)));
            facts.print(screen);
            printChecks(screen);
            screen.line();
            if (version.isEmpty()) {
                screen.line("It has not been materialized yet.");
            } else {
                new VersionText(workspace, new Names(graph), moments).print(version.get(), screen);
            }
            printRejection(screen);
            printSkip(screen);
            HoldText.print(holds, new Names(graph), screen);
        }

        private List<AssetKey> madeWith() {
            return asset.computation()
                    .membership()
                    .map(membership -> membership.siblingsOf(asset.key()))
                    .orElse(List.of());
        }

        private static String condition(ConditionSpec condition) {
            String description = condition.description();
            return condition.name() + (description.isEmpty() ? "" : ": " + description);
        }

        // Readers of an older version should know that the newer one was held back.
        private void printRejection(Screen screen) {
            if (rejection.isPresent() && !rejection.equals(version)) {
                screen.line();
                String name = new Names(workspace.graph()).of(rejection.get());
                screen.line(screen.paint(Style.YELLOW, "%s was rejected later; weir show %s shows why.".formatted(name, name)));
            }
        }

        private void printSkip(Screen screen) {
            if (skip.isPresent()) {
                screen.line();
                screen.line(screen.paint(
                        Style.YELLOW, SkipText.of(skip.get(), new Names(workspace.graph()), moments) + "."));
            }
        }

        private void printChecks(Screen screen) {
            if (!workspace.checksOf(asset.key()).isEmpty() && version.isEmpty()) {
                screen.line();
                TextTable table = TextTable.of("check", "what holds");
                for (CheckSpec check : workspace.checksOf(asset.key())) {
                    table.row(check.name(), check.description());
                }
                table.print(screen);
            }
        }

        @Override
        public Object json() {
            VersionJson json = new VersionJson(workspace);
            return new JsonObject()
                    .with("asset", AssetJson.of(workspace, asset.key()))
                    .with("source", SourceJson.place(workspace.declaredAt(asset.key(), Detail.PLACE)))
                    .with("version", version.map(json::full))
                    .with("rejected", rejection.map(json::summary))
                    .with("skipped", skip.map(standing -> SkipJson.of(standing, asset.partitions())))
                    .with("held", holds, hold -> HoldJson.of(hold, new Names(workspace.graph())));
        }
    }
}
