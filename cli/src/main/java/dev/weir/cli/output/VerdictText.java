package dev.weir.cli.output;

import dev.weir.checks.Verdict;
import java.util.List;
import java.util.StringJoiner;

/// What a check found, for people.
public final class VerdictText {

    private VerdictText() {}

    /// The numbers of a verdict: `nulls=12, rows=842`.
    public static String found(Verdict verdict) {
        StringJoiner found = new StringJoiner(", ");
        verdict.result().metadata().forEach((name, value) -> found.add(name + "=" + value));
        return found.toString();
    }

    /// Some of the rows a check found wrong, if it kept any.
    public static void printSample(Verdict verdict, String indent, Screen screen) {
        if (verdict.result().sample().isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(verdict.result().sample().getFirst().keySet());
        TextTable table = TextTable.of(columns.toArray(String[]::new));
        verdict.result().sample().forEach(row -> table.row(columns.stream()
                .map(column -> (Object) row.getOrDefault(column, ""))
                .toArray()));
        table.print(indent, screen);
    }
}
