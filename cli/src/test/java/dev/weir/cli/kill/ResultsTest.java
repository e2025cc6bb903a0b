package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final int PLACES = Kill.places().size();
    private static final int OF_A_BATCH = PLACES - 1 + Kill.FROM_OUTSIDE;

    @TempDir
    private Path folder;

    @Test
    void batchesAreSharedOutBetweenTheDatabases() throws IOException {
        assertThat(Results.of(Optional.empty()).missing(3 * OF_A_BATCH + 1, 7))
                .extracting(Batch.Key::name)
                .containsExactly("h2_7_1", "postgresql_7_1", "h2_7_2", "postgresql_7_2");
    }

    @Test
    void whatAFileHoldsIsNotDoneAgainButWhatWasBegunOnlyIs() throws IOException {
        Optional<Path> file = Optional.of(folder.resolve("results.jsonl"));
        Results first = Results.of(file);
        first.add(tally(Engine.H2, 2, 29));
        first.add(tally(Engine.POSTGRESQL, 1, 29));

        Results again = Results.of(file);

        assertThat(again.all()).isEqualTo(first.all());
        assertThat(again.missing(100, 7)).extracting(Batch.Key::name).containsExactly("h2_7_1", "postgresql_7_2");
        assertThat(again.missing(58, 7)).isEmpty();
    }

    @Test
    void theSummaryNamesWhatWasHitTooSeldom() {
        Map<String, Integer> often = new TreeMap<>();
        Kill.places().forEach(place -> often.put(place, 100));
        often.put("M2_MOVED", 99);
        Tally onH2 = new Tally(Engine.H2, 7, 1, often, 5, List.of(), 1.5, "2026-01-15T12:00:00Z", 1);

        assertThat(Summary.of(List.of(onH2, tally(Engine.POSTGRESQL, 1, 29))))
                .startsWith(100 * PLACES - 1 + 29 + " kills in 2 stores, 10 acknowledged results, 0 violations, 3 seconds added up over the stores\n")
                .contains("\n| `M2_MOVED` | 99 | 0 |\n", "\n| all | %d | 29 |\n".formatted(100 * PLACES - 1))
                .endsWith("\nH2: 99 times where it was least; less than 100 times: M2_MOVED.\n"
                        + "POSTGRESQL: 0 times where it was least; less than 100 times everywhere.\n");
    }

    private static Tally tally(Engine database, int batch, int kills) {
        return new Tally(
                database, 7, batch, Map.of(Kill.OUTSIDE, kills), 5, List.of(), 1.5, "2026-01-15T12:00:00Z", 1);
    }
}
