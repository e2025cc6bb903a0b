package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An author says himself whether data is other than before.
class DataVersionTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSource() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), """
                class Shop {
                    @Asset Output<Long> model() { return Output.of(System.nanoTime()).withDataVersion("2026-01"); }

                    @Asset Output<Long> noise() { return Output.of(System.nanoTime()); }

                    @Asset String report(long model) { return "by the model"; }

                    @Asset String chart(long noise) { return "of the noise"; }
                }
                """);
    }

    @Test
    void whatReadDataOfTheSameVersionIsUpToDateWhateverTheDataIs() throws IOException {
        weir("materialize");
        weir("materialize", "model noise", "--only", "--force");

        Called plan = weir("plan");

        assertThat(plan.out()).contains("chart").doesNotContain("report");
    }

    private Called weir(String... words) throws IOException {
        return Called.in(folder, Map.of(), Stream.concat(Stream.of(words), Stream.of("-f", "Shop.java")).toArray(String[]::new));
    }
}
