package dev.weir.benchmarks;

import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.metadata.Database;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one writer's claims and commits cost a store, by the size of the groups, beside plain writes of as many rows.
///
///     java -cp 'benchmarks/target/lib/*' dev.weir.benchmarks.StoreCommits h2|postgresql PUBLICATIONS ROUNDS
public final class StoreCommits {

    static final int[] GROUPS = {1, 8, 64, 256, 1024};
    private static final int CLAIMED_AT_ONCE = 16_384;

    private final PrintStream out;

    StoreCommits(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("usage: StoreCommits h2|postgresql PUBLICATIONS ROUNDS");
            System.exit(2);
        }
        new StoreCommits(System.out)
                .measure(
                        arguments[0],
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Files.createTempDirectory("weir-bench"));
    }

    void measure(String database, int publications, int rounds, Path folder) throws Exception {
        try (Store store = Store.of(database, folder)) {
            for (int group : GROUPS) {
                int count = Math.min(publications, group * 4_000);
                for (int round = 1; round <= rounds; round++) {
                    weir(store, count, group);
                    plain(store, count, group);
                }
            }
        }
    }

    private void weir(Store store, int count, int group) throws Exception {
        Publications publications = new Publications("a_", count);
        try (Database database = store.project("bench")) {
            publications.start(database);
            List<AssetPartition> targets = publications.targets();
            List<Claim> claims = new ArrayList<>(count);
            Effort claimed = Effort.of(() -> {
                for (int from = 0; from < count; from += CLAIMED_AT_ONCE) {
                    claims.addAll(database.commits()
                            .claim(publications.lease(), targets.subList(from, Math.min(count, from + CLAIMED_AT_ONCE))));
                }
            });
            List<StepResult> results = publications.of(claims);
            Effort committed = Effort.of(() -> {
                for (int from = 0; from < count; from += group) {
                    CommitGroup next = new CommitGroup(
                            publications.ids().next(),
                            publications.lease(),
                            Instant.now(),
                            results.subList(from, Math.min(count, from + group)));
                    if (!(database.commits().commit(next) instanceof Committed)) {
                        throw new IllegalStateException("A group was refused");
                    }
                }
            });
            out.printf("%4d to a commit  claims  %s%n", group, claimed.describe(count));
            out.printf("%4d to a commit  commits %s%n", group, committed.describe(count));
        }
    }

    private void plain(Store store, int count, int group) throws Exception {
        int whole = count - count % group;
        try (PlainWrites writes = new PlainWrites(store, count)) {
            Effort effort = Effort.of(() -> writes.write(whole, group));
            out.printf("%4d to a commit  plain   %s%n", group, effort.describe(whole));
        }
    }
}
