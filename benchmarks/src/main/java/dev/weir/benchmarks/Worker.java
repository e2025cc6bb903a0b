package dev.weir.benchmarks;

import dev.weir.metadata.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/// One of the processes of [Processes]: warms itself up, says so, waits for a line, and runs its assets.
final class Worker {

    static final String READY = "ready";
    static final String DONE = "done";

    /// So many others does it run before, for each of the assets of all processes: what one has less to do, it does more often.
    private static final int WARM = 3;

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        String prefix = arguments[1];
        int assets = Integer.parseInt(arguments[2]);
        Path warehouse = Path.of(arguments[3]);
        int processes = Integer.parseInt(arguments[4]);
        try (Database database = Database.open(arguments[0], "bench")) {
            for (int round = 1; round <= WARM * processes; round++) {
                run(prefix + "warm%d_".formatted(round), assets, database, warehouse);
            }
            System.out.println(READY);
            new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
            run(prefix, assets, database, warehouse);
            System.out.println(DONE);
        }
    }

    private static void run(String prefix, int assets, Database database, Path warehouse) throws Exception {
        Round round = Round.of(new EmptyAssets(prefix, Shape.LAYERED, assets), database, warehouse);
        if (round.report().published() != assets) {
            throw new IllegalStateException("Only %d of %d were published: %s"
                    .formatted(round.report().published(), assets, round.report().problem()));
        }
    }
}
