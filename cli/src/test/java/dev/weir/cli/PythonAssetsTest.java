package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real Python with the real `dagster-pipes`: the files are those of the page that explains it.
class PythonAssetsTest {

    private static final Path PAGE = Path.of("../docs/how-to/run-a-python-script.md");

    private static Path python;

    @TempDir
    Path folder;

    @BeforeAll
    static void fetchPackages() throws Exception {
        python = PythonPackages.fetched("pipes-venv", Path.of("src/test/python/requirements.txt")).resolve("python3");
    }

    @BeforeEach
    void write() throws IOException {
        String page = Files.readString(PAGE);
        List<String> scripts = blocks(page, "python");
        Files.writeString(folder.resolve("Flights.java"), withEnvironment(blocks(page, "java").getFirst()));
        Files.writeString(folder.resolve("train.py"), scripts.get(0));
        Files.writeString(folder.resolve("report.py"), scripts.get(1));
    }

    private static String withEnvironment(String source) {
        return source.replace("\"python3 ", "\"" + python + " ");
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theScriptsOfThePageRun() throws IOException {
        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("✓ weights#1  2 rows", "✓ report#1", "3 published.");
        assertThat(weir("show", "weights").out()).contains("trained_on", "enough_rows");
        assertThat(Files.readString(Path.of(weir("paths", "report").out().strip()))).isEqualTo("2 rows of weights#1\n");
        assertThat(log()).contains("Training with rate 0.5 on 1 files", "The report is written");
        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 3 partitions of 3 assets.\n");
    }

    @Test
    void aCheckThatFailsInPythonKeepsTheResultFromReaders() throws IOException {
        change("train.py", "rows >= 3", "rows >= 4");

        Called called = weir("materialize");

        assertThat(called.out()).contains("✗ weights#1 was rejected", "enough_rows");
        assertThat(called.status()).isEqualTo(3);
    }

    @Test
    void whatPythonThrowsIsToldInOneSentence() throws IOException {
        change("train.py", "    files = ", "    raise ValueError(\"There is nothing to learn\")\n    files = ");

        Called called = weir("materialize");

        assertThat(called.out())
                .contains("train.py --quick ended with exit status 1: ValueError: There is nothing to learn\n");
        assertThat(log()).contains("Traceback");
    }

    private void change(String file, String before, String after) throws IOException {
        Path script = folder.resolve(file);
        Files.writeString(script, Files.readString(script).replace(before, after));
    }

    private String log() throws IOException {
        try (var logs = Files.list(folder.resolve(".weir/logs"))) {
            return Files.readString(logs.findFirst().orElseThrow());
        }
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Flights.java";
        return Called.in(folder, all);
    }
}
