package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.backup.Backup;
import dev.weir.materializer.backup.KnownCommits;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunStatus;
import dev.weir.metadata.Database;
import dev.weir.metadata.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A project is backed up while it publishes all the time, and what is brought back is looked at as after a kill.
class BackupUnderWritersTest {

    private static final int BACKUPS = 3;
    private static final Duration LEASE = Duration.ofSeconds(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void whatWasAcknowledgedBeforeItBeganIsInItAndNothingElseIsHalfThereOnH2() throws Exception {
        backUpAndRestore(_ -> new Memory.Embedded());
    }

    @Test
    void whatWasAcknowledgedBeforeItBeganIsInItAndNothingElseIsHalfThereOnPostgres() throws Exception {
        try (Postgres postgres = Postgres.start(folder.resolve("postgres"))) {
            backUpAndRestore(name -> Memory.Server.in(postgres, name, LEASE));
        }
    }

    private interface Memories {
        Memory of(String name);
    }

    private void backUpAndRestore(Memories memories) throws Exception {
        Path copy = folder.resolve("copy");
        List<Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        Memory memory = memories.of("source");
        try (SmallProject project = SmallProject.open(folder.resolve("source"), memory, memory.lease(), CrashPoints.NONE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = project.run(0, RunListener.SILENT);
            Future<Integer> generations = threads.submit(() -> write(project, acknowledged, writing));
            try {
                for (int number = 1; number <= BACKUPS; number++) {
                    List<Acknowledged> before = List.copyOf(acknowledged);
                    Backup.Taken taken = new Backup(copy)
                            .take(project.database().rows(), project.warehouse(), Instant.now(), _ -> {});
                    assertThat(taken.sequence()).isPositive();
                    requireWhole(copy, "restored_" + number, memories, before);
                }
            } finally {
                writing.set(false);
            }
            assertThat(generations.get()).isPositive();
        }
    }

    private static int write(SmallProject project, List<Acknowledged> acknowledged, AtomicBoolean writing) {
        int generation = 0;
        while (writing.get()) {
            var _ = project.run(++generation, new RunListener() {
                @Override
                public void ended(StepResult result) {
                    Acknowledged.of(result).ifPresent(acknowledged::add);
                }
            });
        }
        return generation;
    }

    private void requireWhole(Path copy, String name, Memories memories, List<Acknowledged> before) throws Exception {
        Memory memory = memories.of(name);
        try (SmallProject restored = SmallProject.open(folder.resolve(name), memory, memory.lease(), CrashPoints.NONE)) {
            Database database = restored.database();
            var _ = new Backup(copy)
                    .restore(
                            database.rows(),
                            new KnownCommits(database.commits(), database.adoptions(), database.versions(), database.inventory()),
                            restored.warehouse(),
                            _ -> {});
            restored.recover();
            assertThat(StoreCheck.findings(database, restored.warehouse(), before)).isEmpty();
            assertThat(restored.run(1_000, RunListener.SILENT).status()).isIn(RunStatus.SUCCEEDED, RunStatus.FAILED);
            assertThat(ViewCheck.findingsAfterARun(database, restored.warehouse().root())).isEmpty();
        }
    }
}
