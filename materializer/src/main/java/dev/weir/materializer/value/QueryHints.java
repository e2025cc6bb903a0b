package dev.weir.materializer.value;

import dev.weir.assets.problem.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What DuckDB guesses where a query names something that is not there. It always guesses, be it a table of its own catalog.
final class QueryHints {
    private static final Pattern UNKNOWN = Pattern.compile("(?<what>with name \"?(?<name>[^\\s\"]+)\"? does not exist!)"
            + "(?:\nDid you mean \"(?<guess>[^\n\"]*)\"[^\n]*)?");
    private static final Pattern UNKNOWN_TABLE =
            Pattern.compile("Table with name \"?(?<name>[^\\s\"]+)\"? does not exist!(?:\nDid you mean [^\n]*)?");

    private QueryHints() {}

    /// What DuckDB said, with its guess only if that is near what was written.
    static String near(String said) {
        Matcher unknown = UNKNOWN.matcher(said);
        if (!unknown.find() || unknown.group("guess") == null || isNear(unknown.group("name"), unknown.group("guess"))) {
            return said;
        }
        return said.substring(0, unknown.end("what")) + said.substring(unknown.end());
    }

    /// What DuckDB said, with what the query may read in place of its guess.
    static String among(Collection<String> tables, String said) {
        Matcher unknown = UNKNOWN_TABLE.matcher(said);
        if (!unknown.find()) {
            return said;
        }
        String name = unknown.group("name");
        String hint = DidYouMean.among(tables).hint(name);
        return said.substring(0, unknown.start())
                + "It may not read %s.%s".formatted(name, hint.isEmpty() ? wayOut(tables) : hint)
                + said.substring(unknown.end());
    }

    private static String wayOut(Collection<String> tables) {
        return tables.isEmpty()
                ? " Its method takes no table: take what it reads as a parameter."
                : " It reads the parameters of its method, which are %s: take what else it reads as one."
                        .formatted(String.join(", ", tables));
    }

    private static boolean isNear(String name, String guess) {
        String last = guess.substring(guess.lastIndexOf('.') + 1);
        return !DidYouMean.among(List.of(last)).nearest(name).isEmpty();
    }
}
