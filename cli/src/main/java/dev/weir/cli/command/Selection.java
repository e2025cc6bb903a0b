package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.wiring.Session;
import java.util.List;
import java.util.Set;

/// The words of a command that select assets.
public final class Selection {
    static final Words WORDS = Words.any("SELECTION", "Which assets, such as 'daily_delays', '+a', 'group:flights'; by default all");

    private Selection() {}

    static AssetSelection of(Arguments arguments, Session session) {
        return arguments.words().isEmpty()
                ? AssetSelection.ALL
                : AssetSelection.parse(arguments.words()).with(session.status());
    }

    /// The jobs whose configuration a command takes: those it selects, if configuration matters to it.
    ///
    /// @throws WeirException if its words cannot be read
    public static Set<String> jobs(Syntax syntax, Arguments arguments) {
        boolean takesJobs = syntax.words().equals(WORDS) && syntax.options().contains(Syntax.CONFIG);
        return takesJobs && !arguments.words().isEmpty()
                ? AssetSelection.parse(arguments.words()).jobs()
                : Set.of();
    }

    /// The selected assets in the order of the graph.
    ///
    /// @throws WeirException if the words select none, unless there are no words
    static List<AssetKey> from(Session session, Arguments arguments) {
        AssetSelection selection = of(arguments, session);
        List<AssetKey> selected = selection.selectFrom(session.workspace().graph());
        if (selected.isEmpty() && !arguments.words().isEmpty()) {
            throw new WeirException(List.of(selection.nothingSelected()));
        }
        return selected;
    }
}
