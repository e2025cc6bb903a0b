package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Packages of Python that tests use, fetched once into a folder below `target`; a fresh clone needs a Python 3 with venv and
/// pip, and a registry that pip reaches.
public final class PythonPackages {

    private PythonPackages() {}

    /// The folder of their programs.
    ///
    /// @param name of the folder below `target`
    /// @param requirements what pip is to install
    public static Path fetched(String name, Path requirements) throws Exception {
        Path environment = Path.of("target", name).toAbsolutePath();
        Path programs = environment.resolve("bin");
        Path made = environment.resolve("made-of.txt");
        Path lock = Path.of("target", name + ".lock");
        // Tests run in two processes, and both may want it.
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(made) || Files.mismatch(made, requirements) != -1) {
                run("python3", "-m", "venv", "--clear", environment.toString());
                run(programs.resolve("pip").toString(), "install", "-q", "-r", requirements.toAbsolutePath().toString());
                Files.copy(requirements, made);
            }
        }
        return programs;
    }

    private static void run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor())
                .as(
                        "%s said: %s%nThis test needs a Python 3 with venv, and packages that pip fetches: install the one, and let pip"
                                + " reach PyPI or name a mirror with PIP_INDEX_URL.",
                        List.of(words), said)
                .isZero();
    }
}
