package dev.weir.materializer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedSeedsTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereBeginsWithTheFirstSeed() throws IOException {
        assertThat(PlayedSeeds.in(folder.resolve("none")).firstAfter(1)).isEqualTo(1);
    }

    @Test
    void whatIsPlayedGoesOnBehindWhatWasPlayedAndAddsUp() throws IOException {
        Path file = folder.resolve("seeds.jsonl");
        PlayedSeeds.in(file).add(range(1, 100, 7));
        PlayedSeeds.in(file).add(range(500, 100, 2));
        PlayedSeeds.in(file).add(range(101, 50, 1));

        PlayedSeeds played = PlayedSeeds.in(file);

        assertThat(played.firstAfter(1)).isEqualTo(151);
        assertThat(played.firstAfter(520)).isEqualTo(600);
        assertThat(played.sum()).isEqualTo("250 seeds in 3 ranges, nothing broken, in 3 s: {CRASH=10}");
    }

    @Test
    void aSeedThatWasPlayedTwiceCountsOnce() throws IOException {
        PlayedSeeds played = PlayedSeeds.in(folder.resolve("seeds.jsonl"));
        played.add(range(1, 100, 0));
        played.add(range(51, 100, 0));
        played.add(range(60, 10, 0));

        assertThat(played.sum()).startsWith("150 seeds in 3 ranges");
    }

    private static PlayedSeeds.Range range(long from, long seeds, long crashes) {
        return new PlayedSeeds.Range(from, seeds, 1, "2026-01-01T00:00:00Z", Map.of("CRASH", crashes));
    }
}
