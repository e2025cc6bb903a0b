package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.version;

import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/// Many threads at one store.
public final class Contention {

    private Contention() {}

    /// Each thread, some rounds long, claims some of the targets for a run of its own and commits them in one group.
    /// Returns the versions of all groups that were committed.
    public static List<Version> claimAndCommit(
            Scenario scenario, CommitStore commits, List<AssetPartition> targets, int threads, int rounds)
            throws Exception {
        List<Version> committed = Collections.synchronizedList(new ArrayList<>());
        atOnce(threads, () -> {
            Random random = new Random(Thread.currentThread().threadId());
            for (int round = 0; round < rounds; round++) {
                RunLease lease = scenario.running();
                List<AssetPartition> some = new ArrayList<>(targets);
                Collections.shuffle(some, random);
                List<Claim> claims = commits.claim(lease, some.subList(0, 1 + random.nextInt(3)));
                List<Version> made =
                        claims.stream().map(claim -> version(lease, claim)).toList();
                StepResult[] results = made.stream().map(each -> published(each)).toArray(StepResult[]::new);
                if (scenario.commit(lease, results) instanceof CommitOutcome.Committed) {
                    committed.addAll(made);
                }
            }
            return true;
        });
        return committed;
    }

    /// Runs the task in that many threads, all let go at once, and returns what they answered.
    public static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
