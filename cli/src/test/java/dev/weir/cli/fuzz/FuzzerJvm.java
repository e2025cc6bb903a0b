package dev.weir.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Jazzer in a process of its own, with one target: it makes inputs out of those that led somewhere new.
///
/// @param folder what it remembers from one time to the next, and where it puts what it has found
record FuzzerJvm(Target.Named target, Path folder) {

    private static final int PATIENCE_SECONDS = 60;

    /// @param inputs how many it tries besides those that it remembers
    /// @return what it has printed, if it has found something
    String run(int inputs, long seed) throws IOException, InterruptedException {
        Path known = Files.createDirectories(folder.resolve("corpus").resolve(target.name()));
        Path found = Files.createDirectories(folder.resolve("found"));
        Path said = folder.resolve(target.name() + ".log");
        writeSeeds(known);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + Fuzzing.TARGET + "=" + target.name(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzing.class.getName(),
                "--instrumentation_includes=dev.weir.**",
                "--custom_hook_includes=dev.weir.**",
                "--disabled_hooks=" + String.join(":", unfit()),
                "--reproducer_path=" + found));
        words.addAll(List.of(
                "-runs=" + inputs,
                "-seed=" + seed,
                "-timeout=" + PATIENCE_SECONDS,
                "-rss_limit_mb=0",
                "-max_len=8192",
                "-artifact_prefix=" + found + "/" + target.name() + "-",
                known.toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            return process.waitFor() == 0 ? "" : Files.readString(said);
        } finally {
            process.destroyForcibly();
        }
    }

    /// What Jazzer looks for besides, and must not here.
    private List<String> unfit() {
        // It takes the words of every statement from the arguments of its call, and a prepared one has none there.
        String sql = "com.code_intelligence.jazzer.sanitizers.SqlInjection";
        // The target is a client of a server of its own.
        String connections = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery";
        return target == Target.Named.BODY ? List.of(sql, connections) : List.of(sql);
    }

    private void writeSeeds(Path known) throws IOException {
        int number = 0;
        for (byte[] seed : Corpus.of(target)) {
            Files.write(known.resolve("seed-" + number++), seed);
        }
    }
}
