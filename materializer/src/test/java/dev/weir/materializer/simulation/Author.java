package dev.weir.materializer.simulation;

import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepOutput;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.run.Threads;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.warehouse.ObjectStore;
import dev.weir.materializer.warehouse.SimulatedDisk;
import dev.weir.materializer.warehouse.StagingFolder;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Stands in for an author's method and its checks: quick or slow, writes few or many files, fails now and then, and gives
/// now and then what does not pass its check. Few contents, so that versions share files.
final class Author implements StepRunner {

    static final String BAD = "bad";

    private static final Schema SCHEMA =
            new Schema(List.of(new Column("text", ColumnType.STRING, Nullability.NOT_NULL)));

    private final Warehouse warehouse;
    private final ObjectStore objects;
    private final Threads threads;
    private final RandomGenerator random;
    private final History history;

    Author(Warehouse warehouse, ObjectStore objects, Threads threads, RandomGenerator random, History history) {
        this.warehouse = warehouse;
        this.objects = objects;
        this.threads = threads;
        this.random = random;
        this.history = history;
    }

    @Override
    public StepOutcome run(StepTask task) throws Exception {
        if (task.step().action() instanceof PlannedAction.Check) {
            return check(task.step().target());
        }
        List<StagingFolder> staging = task.together().stream()
                .map(each -> objects.stage(each.run(), each.version()))
                .toList();
        try {
            call();
            List<StepOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < staging.size(); i++) {
                outcomes.add(stage(task.together().get(i), staging.get(i)));
            }
            return outcomes.size() == 1 ? outcomes.getFirst() : new StepOutcome.Together(outcomes);
        } catch (Exception failure) {
            staging.forEach(StagingFolder::discard);
            throw failure;
        }
    }

    private StepOutput check(AssetPartition target) throws InterruptedException {
        threads.pause(Duration.ofMillis(random.nextLong(500)));
        return new StepOutput(
                new Content.Nothing(),
                new DataDigest(new Hasher().finish()),
                Map.of(),
                Map.of(),
                List.of(verdict(target, random.nextBoolean())));
    }

    private void call() throws Exception {
        threads.pause(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextLong(45_000) : random.nextLong(500)));
        if (random.nextInt(12) == 0) {
            throw new IOException("no route to host");
        }
    }

    private StepOutput stage(StepTask task, StagingFolder staging) throws Exception {
        AssetPartition target = task.step().target();
        String content = random.nextInt(8) == 0 ? BAD : "good " + random.nextInt(3);
        List<DataFile> files = new ArrayList<>();
        for (int index = 0; index <= random.nextInt(3); index++) {
            files.add(write(target, staging, index, "%s of %s".formatted(content, target)));
        }
        threads.pause(Duration.ofMillis(random.nextLong(100)));
        return new StepOutput(
                new Content.TableFiles(SCHEMA, files),
                new DataDigest(new Hasher().add(content).add(files.size()).finish()),
                Map.of(),
                Map.of(),
                List.of(verdict(target, !content.equals(BAD))));
    }

    private DataFile write(AssetPartition target, StagingFolder staging, int index, String content) {
        Path written = staging.folder().resolve("part-%d.tmp".formatted(index));
        SimulatedDisk.write(warehouse, written, content);
        DataFile file = staging.keep(
                written, target.asset(), Pipeline.keyOf(target), index, 1, sha256Of(content));
        history.wrote(file, content);
        return file;
    }

    private static Digest sha256Of(String content) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static Verdict verdict(AssetPartition target, boolean passed) {
        return new Verdict(
                new CheckKey(target.asset(), "good"),
                new Hasher().finish(),
                CheckSeverity.ERROR,
                "is good",
                CheckResult.of(passed),
                Duration.ZERO);
    }
}
