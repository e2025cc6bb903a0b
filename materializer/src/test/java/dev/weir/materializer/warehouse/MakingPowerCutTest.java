package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.weir.materializer.warehouse.PowerCutFiles.Loss;
import dev.weir.materializer.warehouse.PowerCutFiles.PowerCut;
import java.io.IOException;
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
