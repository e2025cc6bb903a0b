package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.weir.materializer.warehouse.PowerCutFiles.Loss;
import dev.weir.materializer.warehouse.PowerCutFiles.PowerCut;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process stops at every operation in turn while it makes a warehouse, another one finds what there is and stops too, and then the
/// power is cut: the next one opens what is left.
class MakingPowerCutTest {

    private static final Path ROOT = Path.of("warehouse").toAbsolutePath();
    private static final int SEEDS = 12;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void aWarehouseThatTwoHaveBegunToMakeCanBeOpened(Loss loss) throws IOException {
        int stops = 0;
        for (int first = 1; stops < 1_000 && stop(first, Integer.MAX_VALUE, loss); first++) {
            for (int second = 1; stop(first, second, loss); second++) {
                stops++;
            }
        }

        assertThat(stops).isBetween(50, 1_000);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whatIsDurableInAFolderIsNotLostWithTheFoldersAboveIt(Loss loss) throws IOException {
        Path folder = ROOT.resolve("home/flights/state");
        Path file = folder.resolve("kept");
        int stops = 0;
        while (stops < 1_000 && stopsMaking(folder, stops + 1, Integer.MAX_VALUE, loss, file)) {
            stops++;
            for (int second = 1; stopsMaking(folder, stops, second, loss, file); second++) {
                assertThat(second).isLessThan(100);
            }
        }

        assertThat(stops).isBetween(6, 20);
    }

    private static boolean stopsMaking(Path folder, int first, int second, Loss loss, Path file) throws IOException {
        boolean stopped = false;
        for (int seed = 0; seed < SEEDS; seed++) {
            PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
            stopped = !makes(disk.cutBefore(first), folder);
            if (second < Integer.MAX_VALUE) {
                stopped = !makes(disk.cutBefore(second), folder);
            }
            disk.cutBefore(Integer.MAX_VALUE);
            DurableFiles files = new DurableFiles(disk);
            files.makeFolder(folder);
            files.replace(file, folder.resolve("kept.tmp"), ByteBuffer.wrap(new byte[] {1}));

            assertThat(disk.afterwards(loss, new SplittableRandom(seed)).read(file))
                    .as("stopped at %d and %d, %s, seed %d", first, second, loss, seed)
                    .containsExactly(1);
        }
        return stopped;
    }

    private static boolean makes(PowerCutFiles disk, Path folder) throws IOException {
        try {
            new DurableFiles(disk).makeFolder(folder);
            return true;
        } catch (PowerCut stopped) {
            return false;
        }
    }

    /// @return whether the one that was to stop last did so
    private static boolean stop(int first, int second, Loss loss) throws IOException {
        boolean stopped = false;
        for (int seed = 0; seed < SEEDS; seed++) {
            PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
            disk.cutBefore(first);
            stopped = !opens(disk);
            if (second < Integer.MAX_VALUE) {
                disk.cutBefore(second);
                stopped = !opens(disk);
            }

            PowerCutFiles found = disk.afterwards(loss, new SplittableRandom(seed));
            assertThatCode(() -> Warehouse.open(ROOT, "flights", found))
                    .as("stopped at %d and %d, %s, seed %d", first, second, loss, seed)
                    .doesNotThrowAnyException();
        }
        return stopped;
    }

    private static boolean opens(PowerCutFiles disk) {
        try {
            Warehouse _ = Warehouse.open(ROOT, "flights", disk);
            return true;
        } catch (PowerCut stopped) {
            return false;
        }
    }
}
