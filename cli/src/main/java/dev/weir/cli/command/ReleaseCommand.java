package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Reference;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.util.Optional;

/// `weir release`: lets what was rolled back be computed again.
final class ReleaseCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("release", "Lets what was rolled back be computed again", ReferenceWords.ASSET)
                .example("weir release daily_delays@2013-01-15")
                .example("weir release daily_delays");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Reference reference = Reference.parse(arguments.words().getFirst(), workspace.graph());
        if (reference.number().isPresent()) {
            throw new WeirException(
                    ProblemCode.USAGE, "weir release takes what is held: name an asset, or a partition of it, without #.");
        }
        workspace.prepareToWrite();
        Optional<PartitionSet> partitions = reference.partition().isPresent()
                ? Optional.of(PartitionSet.of(reference.partition().getAsInt()))
                : Optional.empty();
        PartitionSet released = workspace.release(session.environment(), reference.asset(), partitions);
        Names names = new Names(workspace.graph());
        if (released.isEmpty()) {
            String name = reference.partition().isPresent()
                    ? names.of(reference.target())
                    : reference.asset().toString();
            throw new WeirException(
                    ProblemCode.NOT_HELD, "%s is not held: there is nothing to release.".formatted(name));
        }
        return new Released(reference.asset(), released, names);
    }

    private record Released(AssetKey asset, PartitionSet partitions, Names names) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line("%s %s is released: the next weir materialize computes it if it is stale."
                    .formatted(screen.paint(Style.GREEN, "✓"), names.of(asset, partitions)));
        }

        @Override
        public Object json() {
            return new JsonObject()
                    .with("asset", asset)
                    .with("partitions", names.keysOf(asset, partitions))
                    .with("count", partitions.size());
        }
    }
}
