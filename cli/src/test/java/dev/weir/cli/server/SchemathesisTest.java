package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.PythonPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schemathesis makes calls out of the OpenAPI document, good ones and bad ones, and holds the answers against it: no fault of
/// the server's, nothing that is not documented, nothing bad that is accepted. `-Dweir.schemathesis.examples=1000` looks longer.
class SchemathesisTest {

    private static final String EXAMPLES = System.getProperty("weir.schemathesis.examples", "10");
    private static final String SEED = System.getProperty("weir.schemathesis.seed", "1");

    @TempDir
    static Path folder;

    private static Path program;
    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        program = PythonPackages.fetched("schemathesis-venv", Path.of("src/test/python/schemathesis.txt")).resolve("schemathesis");
        served = Served.in(folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void whoMayLaunchIsAnsweredAsIsDocumented() throws Exception {
        assertThat(said(served.token(), "--phases", "coverage,fuzzing")).endsWith("→ 0");
    }

    @Test
    void whoMayOnlyLookIsAnsweredAsIsDocumented() throws Exception {
        assertThat(said(served.readToken(), "--phases", "coverage")).endsWith("→ 0");
    }

    /// All that it says, and its exit status.
    private static String said(String token, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                program.toString(), "--config-file", Path.of("src/test/python/schemathesis.toml").toAbsolutePath().toString(),
                "run", "http://127.0.0.1:" + served.port() + "/api/v1/openapi.json", "-H", "Authorization: Bearer " + token,
                "--max-examples", EXAMPLES, "--seed", SEED,
                "--generation-database", "none", "--continue-on-failure", "--warnings", "off", "--no-color"));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        return said.strip() + "\n→ " + process.waitFor();
    }
}
