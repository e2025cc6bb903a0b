package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.collect.Condemned;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.warehouse.PowerCutFiles.Loss;
import dev.weir.materializer.warehouse.PowerCutFiles.PowerCut;
import dev.weir.materializer.warehouse.Publishing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process dies at every operation in turn while it removes what was condemned, another one removes the rest and says so,
/// and then the power is cut: what was said to be removed is not back.
class CollectionPowerCutTest {

    private static final Path ROOT = Path.of("warehouse").toAbsolutePath();

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whatOneProcessHasRemovedAndAnotherFoundGoneStaysSo(Loss loss) throws IOException {
        int deaths = 0;
        for (int death = 1; dies(death, loss); death++) {
            deaths++;
        }

        assertThat(deaths).isGreaterThan(15);
    }

    /// @return whether the first process had not come to its end
    private static boolean dies(int death, Loss loss) throws IOException {
        Database database = new Database();
        PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
        Warehouse warehouse = Warehouse.open(ROOT, "flights", disk);
        Publishing publishing = new Publishing(database, CrashPoints.NONE);
        publishing.first(warehouse);
        publishing.second(warehouse);
        PowerCutTest.recover(disk, database);
        List<Condemned> condemned = all(database);

        disk.cutBefore(death);
        boolean died = !completes(() -> remove(disk, condemned));
        disk.cutBefore(Integer.MAX_VALUE);
        remove(disk, condemned);

        PowerCutFiles found = disk.afterwards(loss, new SplittableRandom(death));
        PowerCutTest.recover(found, database);
        database.groups.clear();
        PowerCutTest.verify(found, database, "death %d, %s".formatted(death, loss));
        return died;
    }

    private static List<Condemned> all(Database database) {
        List<Condemned> all = new ArrayList<>();
        database.groups.forEach((id, group) -> SegmentWriter.versionsOf(group)
                .forEach(version -> all.add(new Condemned(
                        version, id, database.committed(id).orElseThrow().firstSequence()))));
        return all;
    }

    private static void remove(FileOps disk, List<Condemned> condemned) {
        Warehouse warehouse = Warehouse.open(ROOT, "flights", disk);
        assertThat(new CollectedFiles(warehouse, CrashPoints.NONE).remove(condemned, _ -> List.of()).versions())
                .hasSameSizeAs(condemned);
    }

    private static boolean completes(Runnable work) {
        try {
            work.run();
            return true;
        } catch (PowerCut dead) {
            return false;
        }
    }
}
