package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What has gone back to where.
///
/// @param firstSequence the number of the commit of the first move
record RolledBack(List<One> moves, String reason, Optional<RunId> undoes, long firstSequence) implements Answer {
    private static final int MOST_LINES = 20;

    /// @param from the number of the version before
    record One(String target, Optional<Long> from, Optional<Long> to) {}

    static RolledBack of(
            Workspace workspace, List<Move> moves, String reason, Optional<RunId> undoes, long firstSequence) {
        List<VersionId> ids = moves.stream()
                .flatMap(move -> Stream.concat(move.from().stream(), move.to().stream()))
                .toList();
        Map<VersionId, Long> numbers = new HashMap<>();
        for (Version version : workspace.versions().findAll(ids)) {
            numbers.put(version.id(), version.number());
        }
        Names names = new Names(workspace.graph());
        List<One> all = moves.stream()
                .map(move -> new One(
                        names.of(move.target()),
                        move.from().map(id -> Objects.requireNonNull(numbers.get(id))),
                        move.to().map(id -> Objects.requireNonNull(numbers.get(id)))))
                .toList();
        return new RolledBack(all, reason, undoes, firstSequence);
    }

    @Override
    public void print(Screen screen) {
        for (One each : moves.subList(0, Math.min(moves.size(), MOST_LINES))) {
            screen.line("%s %s".formatted(screen.paint(Style.GREEN, "✓"), sentence(each)));
        }
        if (moves.size() > MOST_LINES) {
            screen.line("… and %d more.".formatted(moves.size() - MOST_LINES));
        }
        screen.line("%s held until weir release %s; what reads %s is computed anew by the next weir materialize."
                .formatted(
                        moves.size() == 1 ? "It is" : "They are",
                        moves.size() == 1 ? moves.getFirst().target() : "ASSET",
                        moves.size() == 1 ? "it" : "them"));
    }

    private static String sentence(One move) {
        String before = move.from().map(number -> "#" + number + " was").orElse("nothing was");
        return move.to().isPresent()
                ? "%s is at #%d again; %s current.".formatted(move.target(), move.to().get(), before)
                : "%s has no current version any more; %s, and there was none before.".formatted(move.target(), before);
    }

    @Override
    public Object json() {
        return new JsonObject()
                .with(
                        "moved",
                        moves,
                        each -> new JsonObject()
                                .with("target", each.target())
                                .with("from", each.from())
                                .with("to", each.to()))
                .with("reason", reason.isEmpty() ? null : reason)
                .with("run", undoes)
                .with("sequence", firstSequence);
    }
}
