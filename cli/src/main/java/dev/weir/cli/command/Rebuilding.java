package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Workspace.Rebuild;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.metadata.Rebuilt;

/// What came of `weir doctor --rebuild`.
record Rebuilding(Rebuild rebuild) implements Answer {

    @Override
    public void print(Screen screen) {
        Rebuilt rebuilt = rebuild.rebuilt();
        screen.line("%s Database %s was made anew out of %s: %s, %s of them rejected; %s, %s."
                .formatted(
                        screen.paint(Style.GREEN, "✓"),
                        rebuild.database(),
                        Quantity.of(rebuilt.manifests(), "manifest"),
                        Quantity.of(rebuilt.versions(), "version"),
                        Quantity.count(rebuilt.rejected()),
                        Quantity.of(rebuilt.moves(), "pointer") + " moved by rollbacks",
                        Quantity.of(rebuilt.accepted(), "acceptance")));
        rebuilt.renamed().forEach((former, now) -> screen.line("%s was %s: its versions belong to it.".formatted(now, former)));
        screen.line("Of runs nothing is known any more, nor of what failed or was skipped.");
        if (rebuilt.held() > 0) {
            screen.line("%s held, as a rollback was the last that happened there; what you had released is to be released again (weir release)."
                    .formatted(rebuilt.held() == 1 ? "1 partition is" : Quantity.count(rebuilt.held()) + " partitions are"));
        }
        if (rebuild.recovered().discarded() > 0) {
            screen.line("%s that may have happened without being confirmed: what they made counts as never made."
                    .formatted(
                            rebuild.recovered().discarded() == 1
                                    ? "There was 1 commit"
                                    : "There were %s commits".formatted(Quantity.count(rebuild.recovered().discarded()))));
        }
        screen.line("weir doctor --deep looks at every file, weir plan shows what is to be done.");
    }

    @Override
    public Object json() {
        Rebuilt rebuilt = rebuild.rebuilt();
        JsonObject renamed = new JsonObject();
        rebuilt.renamed().forEach((former, now) -> renamed.with(former.toString(), now));
        return new JsonObject()
                .with("database", rebuild.database())
                .with("manifests", rebuilt.manifests())
                .with("versions", rebuilt.versions())
                .with("rejected", rebuilt.rejected())
                .with("moves", rebuilt.moves())
                .with("accepted", rebuilt.accepted())
                .with("held", rebuilt.held())
                .with("unconfirmed", rebuild.recovered().discarded())
                .with("renamed", renamed);
    }
}
