package dev.weir.benchmarks;

import dev.weir.metadata.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// W2 by one process and by two on one PostgreSQL, over one warehouse: as many layered empty assets in all, each process with
/// its share of them in a run of its own, with leases and heartbeats as always. Both begin at the same moment, warm, and the
/// time is that until the last one has ended.
///
///     java -cp 'benchmarks/target/lib/*' dev.weir.benchmarks.Processes ASSETS ROUNDS
public final class Processes {

    /// The one that the launcher takes. G1 gives memory back and takes it again, which costs two processes the more where the system
    /// makes it anew.
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private final PrintStream out;

    Processes(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: Processes ASSETS ROUNDS");
            System.exit(2);
        }
        new Processes(System.out)
                .measure(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Files.createTempDirectory("weir-bench"));
    }

    void measure(int assets, int rounds, Path folder) throws Exception {
        try (Server server = Server.start(folder.resolve("server"))) {
            for (int round = 1; round <= rounds; round++) {
                for (int processes = 1; processes <= 2; processes++) {
                    String url = server.url("weir_%d_%d".formatted(round, processes));
                    Database.migrate(url);
                    Effort effort = together(url, assets, processes, folder.resolve("%d-%d".formatted(round, processes)));
                    out.printf(
                            Locale.ROOT,
                            "round %d, processes %d  %,9.0f/s%n",
                            round,
                            processes,
                            effort.perSecond(assets));
                }
            }
        }
    }

    private static Effort together(String url, int assets, int count, Path warehouse) throws Exception {
        List<Process> started = new ArrayList<>();
        try {
            for (int number = 1; number <= count; number++) {
                started.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                COLLECTOR,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                url,
                                "p%d_".formatted(number),
                                String.valueOf(assets / count),
                                warehouse.toString(),
                                String.valueOf(count))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
            }
            List<BufferedReader> answers = started.stream()
                    .map(process -> process.inputReader(StandardCharsets.UTF_8))
                    .toList();
            await(answers, Worker.READY);
            return Effort.of(() -> {
                for (Process process : started) {
                    process.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
                }
                await(answers, Worker.DONE);
            });
        } finally {
            for (Process process : started) {
                process.outputWriter(StandardCharsets.UTF_8).close();
                process.waitFor();
            }
        }
    }

    private static void await(List<BufferedReader> answers, String line) throws IOException {
        for (BufferedReader answer : answers) {
            String said = answer.readLine();
            if (!line.equals(said)) {
                throw new IllegalStateException("A process said " + said + ", not " + line);
            }
        }
    }
}
