package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.PowerCutFiles.Loss;
import dev.weir.materializer.warehouse.PowerCutFiles.PowerCut;
import dev.weir.materializer.warehouse.Publishing.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cuts the power before every single operation on the disk while a run publishes, again while its leftovers are
/// recovered, and looks at what is there once recovery came through.
class PowerCutTest {

    private static final Path ROOT = Path.of("warehouse").toAbsolutePath();
    private static final int SEEDS = 12;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whatWasCommittedIsThereWholeAndNothingElse(Loss loss) throws IOException {
        int cuts = 0;
        for (int cut = 1; cutWhilePublishing(cut, loss); cut++) {
            cuts++;
        }

        assertThat(cuts).isGreaterThan(80);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void recoveryMayBeCutShortAnywhereItself(Loss loss) throws IOException {
        // Where most is left over: the refused group has been prepared, the last one not yet committed.
        for (int cut = 90; cut <= 110; cut += 5) {
            for (int second = 1; cutTwice(cut, second, loss); second++) {
                assertThat(second).isLessThan(100);
            }
        }
    }

    private static boolean cutWhilePublishing(int cut, Loss loss) throws IOException {
        for (int seed = 0; seed < (loss == Loss.RANDOM || loss == Loss.REORDERED ? SEEDS : 1); seed++) {
            Database database = new Database();
            PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
            if (!publishUntil(cut, disk, database)) {
                return false;
            }
            PowerCutFiles found = disk.afterwards(loss, new SplittableRandom(seed));
            recover(found, database);
            verify(found, database, "cut %d, %s, seed %d".formatted(cut, loss, seed));
        }
        return true;
    }

    private static boolean cutTwice(int cut, int second, Loss loss) throws IOException {
        Database database = new Database();
        PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
        boolean _ = publishUntil(cut, disk, database);
        SplittableRandom random = new SplittableRandom(second);
        PowerCutFiles found = disk.afterwards(loss, random).cutBefore(second);
        boolean wasCut = !completes(() -> recover(found, database));
        PowerCutFiles again = found.afterwards(loss, random);
        recover(again, database);
        verify(again, database, "cuts %d and %d, %s".formatted(cut, second, loss));
        return wasCut;
    }

    /// @return whether the power was cut before the run had ended
    private static boolean publishUntil(int cut, PowerCutFiles disk, Database database) throws IOException {
        Publishing publishing = new Publishing(database, CrashPoints.NONE);
        disk.cutBefore(cut);
        return !completes(() -> {
            Warehouse warehouse = Warehouse.open(ROOT, "flights", disk);
            publishing.first(warehouse);
            publishing.second(warehouse);
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static boolean completes(Work work) throws IOException {
        try {
            work.run();
            return true;
        } catch (PowerCut cut) {
            return false;
        }
    }

    static void recover(FileOps disk, Database database) {
        Warehouse warehouse = Warehouse.open(ROOT, "flights", disk);
        Recovery recovery = warehouse.recovery(database::hasEnded, database::committed, _ -> {}, CrashPoints.NONE);
        assertThat(recovery.run().problems()).isEmpty();
    }

    /// Whatever is committed is there whole, and nothing else.
    static void verify(FileOps disk, Database database, String when) throws IOException {
        Warehouse warehouse = Warehouse.open(ROOT, "flights", disk);
        Map<String, Long> expected = new TreeMap<>();
        List<VersionId> versions = new ArrayList<>();
        for (CommitGroup group : database.groups.values()) {
            for (Version version : SegmentWriter.versionsOf(group)) {
                versions.add(version.id());
                for (DataFile file : version.content().dataFiles()) {
                    expected.put(file.path(), file.bytes());
                    String content = new String(disk.read(ROOT.resolve(file.path())), StandardCharsets.UTF_8);
                    assertThat(Groups.digest(content)).as(when).isEqualTo(file.sha256());
                }
            }
        }
        List<VersionId> read = new ArrayList<>();
        warehouse.manifests().forEachCommitted(entry -> read.add(((ManifestEntry.Made) entry).version().id()));
        assertThat(read).as(when).containsExactlyInAnyOrderElementsOf(versions);
        assertThat(filesBelow(disk, ROOT.resolve("objects"))).as(when).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(filesBelow(disk, ROOT.resolve("staging"))).as(when).isEmpty();
        assertThat(warehouse.manifests().segmentsIn(warehouse.manifestsFolder())).as(when).isEmpty();
    }

    private static List<String> filesBelow(FileOps disk, Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path entry : disk.list(folder)) {
            if (disk.isFolder(entry)) {
                files.addAll(filesBelow(disk, entry));
            } else {
                files.add(ROOT.relativize(entry).toString());
            }
        }
        return files;
    }
}
