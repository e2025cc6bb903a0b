package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax.Words;
import java.util.List;

/// The words of a command that select assets.
final class Selection {
    static final Words WORDS = Words.any("SELECTION", "Which assets, such as 'daily_delays', '+a', 'group:flights'; by default all");

    private Selection() {}

    static AssetSelection of(Arguments arguments) {
        return arguments.words().isEmpty() ? AssetSelection.ALL : AssetSelection.parse(arguments.words());
    }

    /// The selected assets in the order of the graph.
    ///
    /// @throws WeirException if the words select none, unless there are no words
    static List<AssetKey> from(AssetGraph graph, Arguments arguments) {
        AssetSelection selection = of(arguments);
        List<AssetKey> selected = selection.selectFrom(graph);
        if (selected.isEmpty() && !arguments.words().isEmpty()) {
            throw new WeirException(List.of(selection.nothingSelected()));
        }
        return selected;
    }
}
