package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.warehouse.OutsideReader.Reading;
import dev.weir.materializer.warehouse.PowerCutFiles.Loss;
import dev.weir.materializer.warehouse.PowerCutFiles.PowerCut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cuts the power before every operation while views are written; outside readers then find a whole view of one commit,
/// and the next projection brings it up to date.
class ViewPowerCutTest {

    private static final Path ROOT = Path.of("warehouse").toAbsolutePath();
    private static final int SEEDS = 8;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void aReaderFindsOneCommitOrAnEarlierOneNeverAMixture(Loss loss) throws IOException {
        int cuts = 0;
        for (int cut = 1; cutWhilePublishing(cut, loss); cut++) {
            cuts++;
        }

        assertThat(cuts).isGreaterThan(100);
    }

    /// Garbage collection removes what was shown before: nothing may come back that names it.
    @Test
    void whatIsShownDurablyStaysShownWhoeverDiedWhileWritingIt() throws IOException {
        int deaths = 0;
        for (int death = 1; diesWhilePublishing(death); death++) {
            deaths++;
        }

        assertThat(deaths).isGreaterThan(100);
    }

    private static boolean diesWhilePublishing(int death) throws IOException {
        PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
        Store store = new Store(Warehouse.open(ROOT, "flights", disk));
        disk.cutBefore(death);
        boolean died = !publishes(store);
        disk.cutBefore(Integer.MAX_VALUE);

        long shown = store.reopened(Warehouse.open(ROOT, "flights", disk)).projector().projectDurably();

        PowerCutFiles found = disk.afterwards(Loss.ALL, new SplittableRandom(0));
        assertThat(new OutsideReader(found, ROOT).read().sequence())
                .as("died before operation %d", death)
                .isEqualTo(shown);
        return died;
    }

    private static boolean cutWhilePublishing(int cut, Loss loss) throws IOException {
        PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
        Store store = new Store(Warehouse.open(ROOT, "flights", disk));
        disk.cutBefore(cut);
        boolean wasCut = !publishes(store);
        for (int seed = 0; seed < (loss == Loss.RANDOM || loss == Loss.REORDERED ? SEEDS : 1); seed++) {
            PowerCutFiles found = disk.afterwards(loss, new SplittableRandom(seed));
            verify(found, store, "cut %d, %s, seed %d".formatted(cut, loss, seed));
        }
        return wasCut;
    }

    private static boolean publishes(Store store) {
        try {
            ViewProjector projector = store.projector();
            for (int i = 1; i <= 3; i++) {
                store.publish(Store.table("left", 0, "commit " + i), Store.table("in/right", 0, "commit " + i));
                projector.project();
            }
            return true;
        } catch (PowerCut cut) {
            return false;
        }
    }

    private static void verify(PowerCutFiles disk, Store store, String when) throws IOException {
        OutsideReader reader = new OutsideReader(disk, ROOT);
        Reading found = reader.read();
        assertThat(found.contents().get("left")).as(when).isEqualTo(found.contents().get("in/right"));

        Store again = store.reopened(Warehouse.open(ROOT, "flights", disk));
        long sequence = again.projector().project();

        String current = "commit " + sequence / 2;
        assertThat(sequence).as(when).isEqualTo(store.versions().sequence());
        assertThat(reader.read().contents())
                .as(when)
                .isEqualTo(
                        sequence == 0
                                ? Map.of()
                                : Map.of("left", List.of(current), "in/right", List.of(current)));
        assertThat(disk.size(ROOT.resolve("view/main/views.sql")).isPresent()).as(when).isEqualTo(sequence > 0);
    }
}
