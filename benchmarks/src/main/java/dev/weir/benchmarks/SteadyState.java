package dev.weir.benchmarks;

import dev.weir.metadata.Database;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// W2 in a warm process: empty assets, durable, one run, beside what the same database takes in plain grouped writes.
///
///     java -cp 'benchmarks/target/lib/*' dev.weir.benchmarks.SteadyState h2|postgresql layered|chain ASSETS ROUNDS
public final class SteadyState {

    private final PrintStream out;

    SteadyState(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: SteadyState h2|postgresql layered|chain ASSETS ROUNDS");
            System.exit(2);
        }
        Shape shape = Shape.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        Path folder = Files.createTempDirectory("weir-bench");
        new SteadyState(System.out)
                .measure(arguments[0], shape, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), folder);
    }

    void measure(String database, Shape shape, int assets, int rounds, Path folder) throws Exception {
        EmptyAssets project = new EmptyAssets(shape, assets);
        try (Store store = Store.of(database, folder)) {
            for (int round = 1; round <= rounds; round++) {
                weir(project, assets, store, folder.resolve("warehouse-" + round), "round %d".formatted(round));
            }
            for (int group : StoreCommits.GROUPS) {
                limit(store, assets, group);
            }
        }
    }

    private void weir(EmptyAssets project, int assets, Store store, Path warehouse, String name) throws Exception {
        try (Database database = store.project("bench")) {
            Round round = Round.of(project, database, warehouse);
            if (round.report().published() != assets) {
                throw new IllegalStateException("Only %d of %d were published: %s"
                        .formatted(round.report().published(), assets, round.report().problem()));
            }
            out.printf("%-25s run   %s%n", name, round.ran().describe(assets));
            out.printf("%-25s plan  %s%n", "", round.planned().describe(assets));
        }
    }

    private void limit(Store store, int assets, int group) throws Exception {
        int publications = Math.max(group, Math.min(assets, group * 4_000) / group * group);
        try (PlainWrites writes = new PlainWrites(store, assets)) {
            writes.write(Math.max(group, publications / 4 / group * group), group);
            Effort effort = Effort.of(() -> writes.write(publications, group));
            out.printf("plain writes, %4d to a commit %s%n", group, effort.describe(publications));
        }
    }
}
