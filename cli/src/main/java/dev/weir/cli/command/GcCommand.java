package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.Retention;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.collect.Decided;
import dev.weir.materializer.collect.Freed;
import dev.weir.materializer.history.Forgotten;
import java.time.Duration;
import java.util.SortedMap;

/// `weir gc`: lets go of versions that retention does not keep and nothing else needs. Shows what would go unless it is told to
/// do it.
final class GcCommand implements Command {
    private static final Option DELETE = Option.toggle("--delete", "Do it: without this, only what would go is shown");
    private static final Option KEEP = Option.value(
            "--keep", "WHAT", "What to keep of assets of which nothing is said, such as 'last 30' or '2 years'; else all");

    @Override
    public Syntax syntax() {
        return Syntax.of("gc", "Shows which old versions nothing needs any more, or lets go of them", Syntax.Words.NONE)
                .with(DELETE, KEEP)
                .example("weir gc")
                .example("weir gc --keep 'last 30'")
                .example("weir gc --delete");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Retention otherwise = arguments.value(KEEP).map(GcCommand::parse).orElseGet(Retention.All::new);
        Decided.Policy policy = Decided.Policy.of(
                workspace.graph(), otherwise, session.context().clock().instant());
        Duration grace = workspace.upkeep().graceOrDefault();
        if (!arguments.has(DELETE)) {
            Decided decided = Decided.ifCollected(workspace.collections(), policy);
            return new Garbage(
                    workspace,
                    policy,
                    decided,
                    Freed.by(decided.condemned(), workspace.collections()),
                    grace,
                    workspace.forgetting().ifForgotten(),
                    Garbage.Done.NOTHING);
        }
        workspace.prepareToWrite();
        Collector collector = workspace.collector(session.environment());
        Decided decided = collector.condemn(policy, Integer.MAX_VALUE);
        SortedMap<AssetKey, Freed> freed = Freed.by(decided.condemned(), workspace.collections());
        Collector.Removed removed = collector.remove(grace, Integer.MAX_VALUE);
        Forgotten forgotten = workspace.forgetting().forget();
        return new Garbage(
                workspace, policy, decided, freed, grace, forgotten,
                new Garbage.Done(true, removed, workspace.collections().waiting(), workspace.compact()));
    }

    private static Retention parse(String text) {
        try {
            return Retention.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new WeirException(ProblemCode.USAGE, "--keep: " + malformed.getMessage(), malformed);
        }
    }
}
