package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.LineageJson;
import dev.weir.lineageui.view.LineageView;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `weir lineage`: what a version was made from, and what was made from it.
final class LineageCommand implements Command {
    private static final Option UP = Option.toggle("--up", "Only what it was made from");
    private static final Option DOWN = Option.toggle("--down", "Only what was made from it");
    private static final int LIMIT = 100_000;

    @Override
    public Syntax syntax() {
        return Syntax.of("lineage", "Shows by exact versions where data came from and where it went", ReferenceWords.ASSET)
                .with(UP, DOWN, Depth.OPTION)
                .example("weir lineage carrier_report@2013-01")
                .example("weir lineage raw_flights@2013-01-15#1 --down");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Reference reference = session.reference(arguments.words().getFirst());
        int depth = Depth.of(arguments);
        Version start = session.found().require(reference);
        boolean both = arguments.has(UP) == arguments.has(DOWN);
        Optional<LineageView> up = both || arguments.has(UP)
                ? Optional.of(
                        LineageView.upstreamOf(start, workspace.versions(), session.environment(), depth, LIMIT))
                : Optional.empty();
        Optional<LineageView> down = both || arguments.has(DOWN)
                ? Optional.of(LineageView.downstreamOf(start, workspace.versions(), depth, LIMIT))
                : Optional.empty();
        return new Lineage(workspace, start, up, down, session.context().moments());
    }

    private record Lineage(
            Workspace workspace,
            Version start,
            Optional<LineageView> up,
            Optional<LineageView> down,
            Moments moments)
            implements Answer {
        private static final int MOST_ROWS_OF_AN_ASSET = 5;

        @Override
        public void print(Screen screen) {
            Names names = new Names(workspace.graph());
            String name = screen.paint(Style.BOLD, names.of(start));
            up.ifPresent(view -> print(view, name + " was made from", name + " was made from no other asset.", screen));
            if (up.isPresent() && down.isPresent()) {
                screen.line();
            }
            down.ifPresent(view ->
                    print(view, "From " + name + " were made", "Nothing was made from " + name + " so far.", screen));
        }

        private void print(LineageView view, String title, String nothing, Screen screen) {
            if (view.found().isEmpty()) {
                screen.line(nothing);
                return;
            }
            screen.line(title);
            screen.line();
            TextTable table = TextTable.of("version", ">versions", "state", "made");
            assets(view).forEach(asset -> addRows(view.of(asset), table));
            table.print(screen);
            if (view.truncated()) {
                screen.line("… and more: only the nearest %s are shown.".formatted(Quantity.of(LIMIT, "version")));
            }
        }

        private List<AssetKey> assets(LineageView view) {
            return view.found().stream()
                    .map(found -> found.version().target().asset())
                    .distinct()
                    .toList();
        }

        private void addRows(List<Version> versions, TextTable table) {
            Names names = new Names(workspace.graph());
            if (versions.size() <= MOST_ROWS_OF_AN_ASSET) {
                versions.forEach(version -> table.row(
                        names.of(version),
                        "1",
                        state(version),
                        moments.of(version.origin().createdAt())));
                return;
            }
            PartitionSet partitions = PartitionSet.of(
                    versions.stream().mapToInt(version -> version.target().ordinal()));
            table.row(
                    names.of(versions.getFirst().target().asset(), partitions),
                    Quantity.count(versions.size()),
                    versions.stream().map(Lineage::state).distinct().sorted().collect(Collectors.joining(", ")),
                    "");
        }

        private static String state(Version version) {
            return version.tainted().isEmpty() ? VersionText.inWords(version.state()) : "tainted";
        }

        @Override
        public Object json() {
            VersionJson json = new VersionJson(workspace);
            JsonObject object = new JsonObject().with("version", json.summary(start));
            up.ifPresent(view -> object.with("upstream", LineageJson.of(view, json)));
            down.ifPresent(view -> object.with("downstream", LineageJson.of(view, json)));
            return object;
        }
    }
}
