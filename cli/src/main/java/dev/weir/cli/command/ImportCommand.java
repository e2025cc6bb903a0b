package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.RowType;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Progress;
import dev.weir.cli.run.Recording;
import dev.weir.cli.run.Said;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.Reference;
import dev.weir.materializer.plan.ImportPlanner;
import dev.weir.materializer.plan.ImportPlanner.Published;
import dev.weir.materializer.plan.Reason.Imported;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.value.AuthorTables;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.version.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Supplier;

/// `weir import`: publishes existing Parquet files as versions of an asset, checked as what it computes is.
final class ImportCommand implements Command {
    private static final Option PARTITION = Option.value("--partition", "KEY", "The partition that all the files are of");
    private static final Option BY_PATH = Option.value(
            "--partition-from-path", "PATTERN", "How folders name partitions, such as 'day={partition}'");
    private static final Option MISSING = Option.toggle("--missing", "Leave out what is published already");
    private static final Option FORCE = Option.toggle("--force", "Import a newer version of what is published already");
    private static final String GOES_ON = "weir import --missing";
    private static final Words WORDS = new Words(
            "ASSET FILES", 2, Integer.MAX_VALUE, "An asset, then folders of Parquet files or the files one by one");

    @Override
    public Syntax syntax() {
        return Syntax.of("import", "Publishes existing Parquet files as versions of an asset, after its checks", WORDS)
                .with(PARTITION, BY_PATH, MISSING, FORCE)
                .example("weir import raw_flights archive/2013-01-15 --partition 2013-01-15")
                .example("weir import raw_flights archive --partition-from-path 'day={partition}'");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        long startedAt = System.nanoTime();
        Workspace workspace = session.workspace();
        Reference reference = Reference.parse(arguments.words().getFirst(), workspace.graph());
        if (reference.number().isPresent() || arguments.words().getFirst().contains("@")) {
            throw new WeirException(
                    ProblemCode.USAGE, "weir import takes an asset: write its partition with --partition, and no version.");
        }
        RowType row = row(workspace.graph().asset(reference.asset()));
        workspace.prepareToWrite();
        AssetSpec asset = workspace.graph().asset(reference.asset());
        SortedMap<Integer, Imported> files = new ImportSources(asset, session.context().folder())
                .find(
                        arguments.words().subList(1, arguments.words().size()),
                        arguments.value(PARTITION),
                        arguments.value(BY_PATH));
        requireColumns(files, row);
        Supplier<RunPlan> planning = () -> new ImportPlanner(workspace.definitions(), workspace.versions())
                .plan(
                        session.environment(),
                        asset.key(),
                        files,
                        published(arguments),
                        session.context().clock().instant());
        return run(workspace.inTurn(planning.get(), planning, asked(session)), arguments, session, startedAt);
    }

    private static Asked asked(Session session) {
        return Asked.typed("weir " + String.join(" ", session.words()));
    }

    private static Published published(Arguments arguments) {
        if (arguments.has(FORCE) && arguments.has(MISSING)) {
            throw new WeirException(
                    ProblemCode.USAGE, "--missing leaves out what is published, --force imports it anew: write one of them.");
        }
        return arguments.has(FORCE)
                ? Published.REPLACED
                : arguments.has(MISSING) ? Published.LEFT_OUT : Published.REFUSED;
    }

    private static RowType row(AssetSpec asset) {
        if (asset.computation().isView()) {
            throw refused(asset.key(), "is a view and keeps no rows of its own");
        }
        if (!asset.output().form().isTabular()) {
            throw refused(asset.key(), "gives %s, and weir import brings tables in".formatted(asset.output().javaType()));
        }
        return asset.output().row().orElseThrow(() -> refused(
                asset.key(), "gives %s: name the record of its rows, so that files can be compared with it".formatted(asset.output().javaType())));
    }

    private static WeirException refused(AssetKey asset, String why) {
        return new WeirException(ProblemCode.USAGE, "%s %s.".formatted(asset, why));
    }

    private static void requireColumns(SortedMap<Integer, Imported> files, RowType row) {
        List<String> wrong = new AuthorTables(DuckDb.ofProcess())
                .obstacles(
                        files.values().stream().flatMap(imported -> imported.files().stream()).toList(),
                        row.schema(),
                        row.javaName().replaceAll(".*[.$]", ""));
        if (!wrong.isEmpty()) {
            throw new WeirException(wrong.stream()
                    .map(problem -> Problem.of(ProblemCode.TYPE_MISMATCH, problem + "."))
                    .toList());
        }
    }

    private static Answer run(RunPlan plan, Arguments arguments, Session session, long startedAt) {
        Workspace workspace = session.workspace();
        PlanText text = new PlanText(workspace.graph());
        if (plan.steps().isEmpty()) {
            return new Materialized(plan, Optional.empty(), text, GOES_ON);
        }
        boolean json = arguments.has(Syntax.JSON);
        Screen screen = json ? session.context().console().err() : session.context().console().out();
        Recording recording = new Recording(json);
        try (Progress progress = new Progress(screen, new Names(workspace.graph()), plan.steps().size(), Duration.ZERO, Said.PRINTED)) {
            recording.tell(progress);
            Runs.Handle handle = workspace.begin(
                    plan, asked(session), OptionalInt.empty(), recording);
            session.context().interruption().watch(handle);
            RunReport report = handle.await();
            return new Materialized(
                    plan,
                    Optional.of(new Materialized.Ended(
                            handle.id(),
                            report,
                            Duration.ofNanos(System.nanoTime() - startedAt),
                            progress.busy(),
                            session.context().interruption().isInterrupted(),
                            recording,
                            workspace.logOf(handle.id()))),
                    text,
                    GOES_ON);
        }
    }
}
