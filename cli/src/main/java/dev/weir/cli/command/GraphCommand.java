package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import dev.weir.lineageui.view.DotGraph;
import dev.weir.lineageui.view.GraphDrawing;
import dev.weir.lineageui.view.GraphOutline;
import dev.weir.lineageui.view.GraphView;
import dev.weir.lineageui.view.MermaidGraph;
import dev.weir.lineageui.view.PartitionsJson;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `weir graph`: what reads what.
final class GraphCommand implements Command {
    private static final Option FORMAT =
            Option.value("--format", "FORMAT", "How: text, mermaid, dot or json; by default text");

    @Override
    public Syntax syntax() {
        return Syntax.of("graph", "Draws which asset reads which", Selection.WORDS)
                .with(FORMAT)
                .example("weir graph +daily_delays")
                .example("weir graph --format mermaid > graph.mmd");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Format format = Format.parse(arguments.value(FORMAT).orElse("text"));
        Workspace workspace = session.workspace();
        List<AssetKey> chosen = Selection.from(session, arguments);
        return new Picture(
                GraphView.of(workspace.graph(), chosen),
                chosen.stream()
                        .filter(key -> workspace.graph().asset(key).computation().isView())
                        .collect(Collectors.toSet()),
                format);
    }

    private enum Format {
        TEXT,
        MERMAID,
        DOT,
        JSON;

        static Format parse(String text) {
            return switch (text) {
                case "text" -> TEXT;
                case "mermaid" -> MERMAID;
                case "dot" -> DOT;
                case "json" -> JSON;
                default ->
                    throw new WeirException(
                            ProblemCode.USAGE,
                            "'%s' is not a format of graphs: write text, mermaid, dot or json.".formatted(text));
            };
        }
    }

    /// @param views those of the assets that are views
    private record Picture(GraphView view, Set<AssetKey> views, Format format) implements Answer {
        private static final int MOST_BOXES = 60;
        private static final int WIDEST = 160;

        @Override
        public void print(Screen screen) {
            screen.write(
                    switch (format) {
                        case TEXT -> drawing(Math.min(screen.width(), WIDEST));
                        case MERMAID -> MermaidGraph.of(view);
                        case DOT -> DotGraph.of(view);
                        case JSON -> JsonText.of(json()) + "\n";
                    });
        }

        private String drawing(int width) {
            if (view.nodes().size() > MOST_BOXES) {
                return GraphOutline.of(view);
            }
            String drawing = GraphDrawing.of(view);
            return drawing.lines().anyMatch(line -> line.length() > width) ? GraphOutline.of(view) : drawing;
        }

        @Override
        public Object json() {
            return new JsonObject()
                    .with(
                            "assets",
                            view.nodes(),
                            node -> new JsonObject()
                                    .with("asset", node.key())
                                    .with("group", node.group())
                                    .with("partitions", PartitionsJson.of(node.partitions()))
                                    .with("view", views.contains(node.key())))
                    .with(
                            "edges",
                            view.edges(),
                            edge -> new JsonObject()
                                    .with("upstream", edge.upstream())
                                    .with("downstream", edge.downstream())
                                    .with("kind", edge.kind()));
        }
    }
}
