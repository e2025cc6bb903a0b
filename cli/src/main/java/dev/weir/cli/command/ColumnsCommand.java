package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.view.ColumnsJson;
import dev.weir.lineageui.view.ColumnsView;
import dev.weir.lineageui.view.Reference;
import dev.weir.materializer.columns.AssetColumn;
import dev.weir.materializer.columns.ColumnLineage;
import dev.weir.materializer.columns.ColumnReach;
import dev.weir.materializer.columns.ColumnReach.Direction;
import dev.weir.materializer.columns.Transformation;
import dev.weir.materializer.value.DuckDb;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// `weir columns`: what the columns of an asset are made of, and what is made of them.
final class ColumnsCommand implements Command {
    private static final Option COLUMN = Option.value("--column", "NAME", "Only this column of it; by default all");
    private static final Option UP = Option.toggle("--up", "Only what they are made of");
    private static final Option DOWN = Option.toggle("--down", "Only what is made of them");

    @Override
    public Syntax syntax() {
        return Syntax.of("columns", "Shows which columns the columns of an asset are made of, and the other way round", ReferenceWords.ASSET)
                .with(COLUMN, UP, DOWN, Depth.OPTION)
                .example("weir columns daily_delays --up")
                .example("weir columns raw_flights --column dep_delay --down");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        AssetGraph graph = session.workspace().graph();
        AssetKey asset = Reference.parse(arguments.words().getFirst(), graph).asset();
        ColumnsView view = new ColumnsView(graph, new ColumnLineage(graph, DuckDb.ofProcess()));
        Set<Direction> directions = directions(arguments);
        ColumnReach reach = view.reach(asset, arguments.value(COLUMN), directions, Depth.of(arguments), Integer.MAX_VALUE);
        return new Columns(asset, view, reach, directions);
    }

    private static Set<Direction> directions(Arguments arguments) {
        if (arguments.has(UP) == arguments.has(DOWN)) {
            return EnumSet.allOf(Direction.class);
        }
        return Set.of(arguments.has(UP) ? Direction.UP : Direction.DOWN);
    }

    private record Columns(AssetKey asset, ColumnsView view, ColumnReach reach, Set<Direction> directions)
            implements Answer {

        @Override
        public void print(Screen screen) {
            TextTable table = TextTable.of("asset", "column", "is made of");
            reach.assets().forEach(made -> addRows(made, table));
            if (reach.edges().isEmpty() && reach.decisions().isEmpty()) {
                screen.line("No query is known that these columns come from or go to.");
            } else {
                table.print(screen);
            }
            if (directions.contains(Direction.UP)) {
                reach.assets().forEach(made -> view.lineage().of(made).notFollowed().ifPresent(why ->
                        screen.line("note  %s is followed no further up: %s".formatted(made, why))));
            }
        }

        private void addRows(AssetKey made, TextTable table) {
            view.columns(made).forEach(column -> {
                String from = from(new AssetColumn(made, column.name()));
                if (!from.isEmpty() || (made.equals(asset) && directions.contains(Direction.UP))) {
                    table.row(made, column.name(), from);
                }
            });
            String decisive = reach.decisions().stream()
                    .filter(decision -> decision.asset().equals(made))
                    .flatMap(decision -> decision.how().stream().map(how -> decision.from() + " " + words(how)))
                    .collect(Collectors.joining(", "));
            if (!decisive.isEmpty()) {
                table.row(made, "its rows", decisive);
            }
        }

        private String from(AssetColumn column) {
            return reach.edges().stream()
                    .filter(edge -> edge.to().equals(column))
                    .map(edge -> edge.how() == Transformation.IDENTITY ? edge.from().toString() : edge.from() + " " + words(edge.how()))
                    .collect(Collectors.joining(", "));
        }

        private static String words(Enum<?> how) {
            return "(" + how.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        }

        @Override
        public Object json() {
            return ColumnsJson.of(reach, view);
        }
    }
}
