package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckSpec;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import java.util.List;
import java.util.Locale;

/// `weir checks`: what is asserted about the assets.
final class ChecksCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("checks", "Lists the checks", Selection.WORDS).example("weir checks daily_delays");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        return new Checks(Selection.from(session, arguments).stream()
                .flatMap(asset -> workspace.checksOf(asset).stream().map(check -> new Row(asset, check)))
                .toList());
    }

    private record Row(AssetKey asset, CheckSpec check) {
        String severity() {
            return check.severity().name().toLowerCase(Locale.ROOT);
        }
    }

    private record Checks(List<Row> rows) implements Answer {
        @Override
        public void print(Screen screen) {
            if (rows.isEmpty()) {
                screen.line("No check is declared here.");
                return;
            }
            TextTable table = TextTable.of("asset", "check", "severity", "what holds");
            rows.forEach(row -> table.row(
                    TextTable.cell(Style.BOLD, row.asset),
                    row.check.name(),
                    row.severity(),
                    row.check.description()));
            table.print(screen);
        }

        @Override
        public Object json() {
            return new JsonObject()
                    .with(
                            "checks",
                            rows,
                            row -> new JsonObject()
                                    .with("asset", row.asset)
                                    .with("check", row.check.name())
                                    .with("severity", row.check.severity())
                                    .with("description", row.check.description()));
        }
    }
}
