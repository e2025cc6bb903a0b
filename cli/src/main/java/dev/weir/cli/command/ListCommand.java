package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetJson;
import dev.weir.partitions.PartitionsDefinition;
import java.util.List;

/// `weir list`: the assets there are.
final class ListCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("list", "Lists the assets", Selection.WORDS)
                .example("weir list")
                .example("weir list 'group:flights and not tag:raw'");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        return new Listing(workspace, Selection.from(session, arguments));
    }

    private record Listing(Workspace workspace, List<AssetKey> assets) implements Answer {
        @Override
        public void print(Screen screen) {
            if (assets.isEmpty()) {
                screen.line("This project declares no asset yet.");
                return;
            }
            TextTable table = TextTable.of("asset", "group", "partitions", ">checks", "description");
            for (AssetKey key : assets) {
                AssetSpec asset = workspace.graph().asset(key);
                table.row(
                        TextTable.cell(Style.BOLD, key),
                        asset.description().group(),
                        partitions(asset.partitions()),
                        workspace.checksOf(key).size(),
                        asset.description().text());
            }
            table.print(screen);
        }

        private static String partitions(PartitionsDefinition definition) {
            return switch (definition) {
                case PartitionsDefinition.Unpartitioned _ -> "";
                case PartitionsDefinition.Static keys -> keys.describe();
                case PartitionsDefinition.Time time -> time.cadence().label();
            };
        }

        @Override
        public Object json() {
            return new JsonObject().with("assets", assets, key -> AssetJson.of(workspace, key));
        }
    }
}
