package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.rollback.Rollback;
import dev.weir.materializer.rollback.VersionFiles;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `weir rollback`: makes an earlier version current again, or takes back all that a run published, and holds it.
final class RollbackCommand implements Command {
    private static final Option TO = Option.value("--to", "N", "Go to this version: asset@P#N");
    private static final Option TO_COMMIT =
            Option.value("--to-commit", "COMMIT", "Go to the newest version that was made at this git commit");
    private static final Option RUN =
            Option.value("--run", "RUN", "Take back everything that this run published, or nothing");
    private static final Option REASON = Option.value("--reason", "TEXT", "Why; kept with it, and said wherever it is held");
    private static final Words WORDS = new Words("ASSET", 0, 1, "An asset, or one partition of it (asset@P)");

    @Override
    public Syntax syntax() {
        return Syntax.of("rollback", "Goes back to an earlier version without computing it again, and holds it", WORDS)
                .with(TO, TO_COMMIT, RUN, REASON)
                .example("weir rollback daily_delays@2013-01-15 --to 2 --reason 'the source was wrong'")
                .example("weir rollback daily_delays@2013-01-15 --to-commit 4f2a91c")
                .example("weir rollback --run latest");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        List<String> ways = Stream.of(TO, TO_COMMIT, RUN).filter(arguments::has).map(Option::name).toList();
        if (ways.size() > 1) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "weir rollback goes back to one place only, and %s name one each: keep one of them.".formatted(and(ways)));
        }
        if (ways.isEmpty()) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "weir rollback needs to know where to go back to: write ASSET --to N, ASSET --to-commit COMMIT, or --run RUN.");
        }
        if (arguments.has(RUN) == !arguments.words().isEmpty()) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    arguments.has(RUN)
                            ? "weir rollback --run takes back all that a run published: leave out %s."
                                    .formatted(arguments.words().getFirst())
                            : "weir rollback needs the ASSET that is to go back: write weir rollback ASSET --to N.");
        }
        Workspace workspace = session.workspace();
        workspace.prepareToWrite();
        Rollback rollback = new Rollback(
                workspace.graph(),
                session.environment(),
                workspace.versions(),
                new VersionFiles(workspace::pathOf, new Names(workspace.graph())));
        Optional<Run> run = arguments.value(RUN).map(typed -> RunReference.find(typed, workspace.runs()));
        run.ifPresent(found -> WholeRun.require(
                found,
                workspace.runs(),
                ProblemCode.ROLLBACK_REFUSED,
                "it cannot be taken back as a whole. weir rollback ASSET --to N goes back with one partition."));
        List<Move> moves = run.isPresent() ? rollback.of(run.get()) : List.of(one(arguments, session, rollback));
        return moved(session, rollback, moves, reason(arguments), run.map(Run::id));
    }

    private static String and(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static Move one(Arguments arguments, Session session, Rollback rollback) {
        Workspace workspace = session.workspace();
        Reference reference = Reference.parse(arguments.words().getFirst(), workspace.graph());
        if (reference.number().isPresent()) {
            throw new WeirException(
                    ProblemCode.USAGE, "weir rollback takes the number of the version with --to: name an asset, or a partition of it, without #.");
        }
        EarlierVersions earlier = new EarlierVersions(workspace, reference.target());
        return rollback.to(arguments.value(TO).map(earlier::numbered).orElseGet(() -> earlier.madeAt(
                arguments.value(TO_COMMIT).orElseThrow())));
    }

    private static String reason(Arguments arguments) {
        return arguments.value(REASON).map(String::strip).orElse("");
    }

    private static Answer moved(
            Session session, Rollback rollback, List<Move> moves, String reason, Optional<RunId> undoes) {
        Workspace workspace = session.workspace();
        return switch (workspace.move(session.environment(), moves, reason, undoes)) {
            case MoveOutcome.Moved(long firstSequence) ->
                RolledBack.of(workspace, moves, reason, undoes, firstSequence);
            case MoveOutcome.Refused refused -> throw rollback.refusal(refused);
        };
    }
}
