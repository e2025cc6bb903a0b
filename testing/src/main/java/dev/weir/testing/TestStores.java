package dev.weir.testing;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.Materializer;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.project.Resources;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.rollback.Rollback;
import dev.weir.materializer.rollback.VersionFiles;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.step.Outside;
import dev.weir.materializer.step.UserCode;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a project remembers in a test, and where its files lie. Ids come from a fixed seed.
final class TestStores implements AutoCloseable {

    private static final long SEED = 20_240_115;

    private final TestClock clock = new TestClock();
    private final InMemoryStore memory = new InMemoryStore(clock);
    private final Path folder;
    private final Warehouse warehouse;
    private final Materializer materializer;
    private final RunIds ids;

    TestStores() {
        try {
            folder = Files.createTempDirectory("weir-test-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        warehouse = Warehouse.open(folder.resolve("warehouse"), "test");
        // Threads share it, unlike most generators.
        RandomGenerator random = new Random(SEED);
        ids = new RunIds(clock, random);
        materializer = new Materializer(
                new Runs.Stores(memory.runs(), memory.commits(), memory.versions()),
                warehouse,
                new Runs.Identity("test", clock, random, ids),
                CrashPoints.NONE);
    }

    TestClock clock() {
        return clock;
    }

    Path folder() {
        return folder;
    }

    VersionStore versions() {
        return memory.versions();
    }

    RunStore runs() {
        return memory.runs();
    }

    KeyNumbers keyNumbers() {
        return memory.keyNumbers();
    }

    Warehouse warehouse() {
        return warehouse;
    }

    TestResult run(Loaded loaded, RunPlan plan) {
        Recording recording = new Recording();
        if (plan.steps().isEmpty()) {
            return new TestResult(loaded, this, plan, List.of(), List.of(), Optional.empty());
        }
        requireWhatIsAskedFor(loaded, plan);
        RunReport report;
        try (Resources resources = loaded.project().newResources()) {
            report = run(loaded.definitions(), plan, resources, recording);
        }
        return new TestResult(loaded, this, plan, recording.results(), recording.lines(), report.problem());
    }

    private static void requireWhatIsAskedFor(Loaded loaded, RunPlan plan) {
        try {
            loaded.project().requireWhatIsAskedFor(plan);
        } catch (WeirException missing) {
            List<Problem> problems = new ArrayList<>(missing.problems());
            if (problems.stream().anyMatch(problem -> problem.code() == ProblemCode.UNKNOWN_RESOURCE)) {
                problems.add(Problem.of(
                        ProblemCode.UNKNOWN_RESOURCE,
                        "In a test, give secrets with project.secret(\"NAME\", \"VALUE\"), or replace what asks for them with project.with(TYPE, OBJECT)."));
            }
            throw new WeirException(problems);
        }
    }

    /// @throws IllegalArgumentException if something of it was not published
    void publish(Definitions definitions, RunPlan plan, UserCode code) {
        Recording recording = new Recording();
        RunReport report = run(definitions, plan, code, recording);
        if (!report.failed().isEmpty()) {
            throw new IllegalArgumentException("given(\"%s\"): %s"
                    .formatted(
                            report.failed().getFirst().target().asset(),
                            report.failed().getFirst().problem()));
        }
    }

    void rollBack(Definitions definitions, VersionName name) {
        AssetPartition target = new AssetPartition(
                name.asset(),
                definitions.graph().asset(name.asset()).partitions().ordinalOf(name.partition()));
        Version version = versions()
                .find(target, name.number())
                .orElseThrow(() -> new WeirException(
                        ProblemCode.UNKNOWN_VERSION, "There is no version %s.".formatted(name)));
        Rollback rollback = new Rollback(
                definitions.graph(),
                EnvironmentName.MAIN,
                versions(),
                new VersionFiles(file -> warehouse.resolve(file.path()), new Names(definitions.graph())));
        List<Move> moves = List.of(rollback.to(version));
        Changeset changeset = new Changeset(
                ids.next(), EnvironmentName.MAIN, clock.instant(), "a test", Optional.empty(), moves);
        if (materializer.move(changeset, definitions) instanceof MoveOutcome.Refused refused) {
            throw rollback.refusal(refused);
        }
    }

    void release(AssetKey asset) {
        memory.commits().release(ids.next(), EnvironmentName.MAIN, asset, Optional.empty(), clock.instant());
    }

    private RunReport run(Definitions definitions, RunPlan plan, UserCode user, Recording recording) {
        Outside outside = Outside.commandsIn(Path.of("").toAbsolutePath());
        return materializer
                .begin(
                        plan,
                        new Materializer.Code(definitions, user, recording, outside),
                        Asked.typed("a test"),
                        Settings.forThisMachine(),
                        recording)
                .await();
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
