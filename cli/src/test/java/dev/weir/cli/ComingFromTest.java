package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pipelines on the pages for those who come from elsewhere: that they run, and how long they are.
class ComingFromTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```(java|python|sql|yaml)\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void thePipelineBesideDagsterRuns() throws IOException {
        Files.writeString(folder.resolve("2026-01-05.csv"), "id,customer,cents\n1,ada,250\n2,emmy,100\n3,ada,50\n");
        Files.writeString(folder.resolve("2026-01-06.csv"), "id,customer,cents\n4,ada,-1\n");

        Called good = weir("coming-from-dagster", "materialize", "--partition", "2026-01-05", "--config", "source.folder=" + folder);
        Called wrong = weir("coming-from-dagster", "materialize", "--partition", "2026-01-06", "--config", "source.folder=" + folder);

        assertThat(good.out()).contains("✓ spending@2026-01-05#1  2 rows", "2 published.");
        assertThat(wrong.out()).contains("✗ orders@2026-01-06#1 was rejected");
        assertThat(wrong.status()).isEqualTo(3);
    }

    @Test
    void thePipelineBesideDbtRuns() throws IOException {
        Called called = weir("coming-from-dbt", "materialize", "--partition", "2026-01-05");

        assertThat(called.out()).contains("✓ spending@2026-01-05#1  2 rows", "3 published.");
        assertThat(called.status()).isZero();
    }

    @Test
    void thePagesCountLinesRightly() throws IOException {
        assertThat(page("coming-from-dagster"))
                .contains("%d lines of Python and %d of Java".formatted(lines("coming-from-dagster", "python"), lines("coming-from-dagster", "java")));
        assertThat(page("coming-from-dbt"))
                .contains("%d lines of SQL and YAML".formatted(lines("coming-from-dbt", "sql", "yaml")))
                .contains("and %d of Java".formatted(lines("coming-from-dbt", "java")));
    }

    private Called weir(String page, String... words) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), block(page, "java"));
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(folder, all);
    }

    private static long lines(String page, String... languages) throws IOException {
        long lines = 0;
        for (String language : languages) {
            lines += block(page, language).lines().filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("--")).count();
        }
        return lines;
    }

    private static String block(String page, String language) throws IOException {
        List<String> blocks = BLOCK.matcher(page(page)).results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.getFirst();
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("../docs/how-to", name + ".md"));
    }
}
