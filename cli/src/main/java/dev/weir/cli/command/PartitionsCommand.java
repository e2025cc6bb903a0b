package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.PartitionRanges;
import dev.weir.lineageui.view.PartitionsJson;
import dev.weir.lineageui.view.PartitionsView;
import dev.weir.lineageui.view.PartitionsView.State;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.SkipJson;
import dev.weir.materializer.status.StandingRejections;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// `weir partitions`: which partitions of an asset are in which state.
final class PartitionsCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "partitions",
                        "Shows which partitions of an asset are published, missing, skipped or rejected",
                        Words.one("ASSET", "An asset"))
                .example("weir partitions daily_delays");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Reference reference = session.reference(arguments.words().getFirst());
        AssetKey asset = reference.asset();
        PartitionsDefinition definition = workspace.graph().asset(asset).partitions();
        List<StandingSkip> skips = session.found().skips(reference);
        Instant now = session.context().clock().instant();
        PartitionsView view = PartitionsView.of(
                definition,
                now,
                workspace.versions().published(session.environment(), asset, VersionStore.Published.ALL),
                workspace.versions().published(session.environment(), asset, VersionStore.Published.TAINTED),
                StandingRejections.of(
                        workspace.definitions(), workspace.versions(), session.environment(), asset, now),
                skips);
        Optional<PartitionSet> rejected = Optional.of(view.in(State.REJECTED));
        List<Version> kept = view.in(State.REJECTED).isEmpty()
                ? List.of()
                : workspace.versions().current(session.environment(), asset, rejected).stream()
                        .map(CurrentVersion::version)
                        .toList();
        return new Shown(asset, definition, view, kept, skips, new Names(workspace.graph()), session.context().moments());
    }

    /// @param kept what readers see where what came after was rejected
    /// @param skips those that stand, the newest first
    private record Shown(
            AssetKey asset,
            PartitionsDefinition definition,
            PartitionsView view,
            List<Version> kept,
            List<StandingSkip> skips,
            Names names,
            Moments moments)
            implements Answer {
        private static final int WIDEST_STRIP = 80;
        private static final int MOST_KEPT = 3;
        private static final int MOST_SKIPS = 5;

        @Override
        public void print(Screen screen) {
            screen.line("%s: %s, %s"
                    .formatted(
                            screen.paint(Style.BOLD, asset.toString()),
                            Quantity.of(view.all().size(), "partition"),
                            definition.describe()));
            if (view.all().size() > 1 && definition instanceof PartitionsDefinition.Time) {
                screen.line();
                new PartitionStrip(view).print(Math.min(screen.width(), WIDEST_STRIP), names, asset, screen);
            }
            screen.line();
            TextTable table = TextTable.of("state", ">partitions", "which");
            for (State state : State.values()) {
                PartitionSet set = view.in(state);
                if (!set.isEmpty()) {
                    table.row(
                            TextTable.cell(style(state), label(state)),
                            Quantity.count(set.size()),
                            names.keysOf(asset, set));
                }
            }
            table.print(screen);
            printKept(screen);
            printSkips(screen);
        }

        private void printKept(Screen screen) {
            if (!kept.isEmpty()) {
                String first = kept.stream().limit(MOST_KEPT).map(names::of).collect(Collectors.joining(", "));
                int more = kept.size() - MOST_KEPT;
                screen.line();
                screen.line("Readers keep %s%s: what came after was rejected."
                        .formatted(first, more > 0 ? " and %s more".formatted(Quantity.count(more)) : ""));
            }
        }

        private void printSkips(Screen screen) {
            if (!skips.isEmpty()) {
                screen.line();
            }
            skips.stream().limit(MOST_SKIPS).forEach(skip -> screen.line(SkipText.of(skip, names, moments)));
            if (skips.size() > MOST_SKIPS) {
                screen.line("and %s more".formatted(Quantity.count(skips.size() - MOST_SKIPS)));
            }
        }

        private static String label(State state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Object json() {
            JsonObject states = new JsonObject();
            for (State state : State.values()) {
                states.with(label(state), PartitionRanges.json(definition, view.in(state)));
            }
            return new JsonObject()
                    .with("asset", asset)
                    .with("partitions", PartitionsJson.of(definition))
                    .with("states", states)
                    .with("kept", kept, names::of)
                    .with("skips", skips, skip -> SkipJson.of(skip, definition));
        }
    }

    static Style style(State state) {
        return switch (state) {
            case REJECTED -> Style.RED;
            case TAINTED -> Style.YELLOW;
            case PUBLISHED -> Style.GREEN;
            case SKIPPED, MISSING -> Style.DIM;
        };
    }
}
