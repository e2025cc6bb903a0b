package dev.weir.materializer.run;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.Committer;
import dev.weir.materializer.publish.Committer.Receipt;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Three results, each a group of its own; the second and the third are handed in while the first one is committed.
class CommitThreadTest {

    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final Scenario scenario = new Scenario(store.commits(), store.runs());
    private final RunLease lease = scenario.running();
    private final Files files = new Files();
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final StepResult.Published first = result("first");
    private final StepResult.Published second = result("second");

    @Test
    void whileOneGroupIsCommittedTheFilesOfTheNextAreMadeReady() throws Exception {
        StepResult.Published third = result("third");

        commit(third);

        assertThat(files.done).containsSubsequence("ready third", "committed second", "committed third");
        assertThat(List.copyOf(events)).containsExactly(committed(first), committed(second), committed(third));
    }

    @Test
    void whatReadOneThatIsRefusedMeanwhileIsRefusedToo() throws Exception {
        StepResult.Published third = result("third", reading(second.version()));
        scenario.claim(scenario.running(), second.target());

        commit(third);

        assertThat(files.done).containsSubsequence("abandoned second", "abandoned third");
        assertThat(List.copyOf(events)).containsExactly(committed(first), refused(second), refused(third));
        assertThat(store.versions().current(EnvironmentName.MAIN))
                .extracting(current -> current.version().target())
                .containsExactly(first.target());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whereItsFilesCannotBeMadeReadyTheOneBeforeItIsCommittedAndNothingMore(Throwable failure) throws Exception {
        files.failure = failure;
        StepResult.Published third = result("third");
        files.unready = "third";

        commit(third);

        assertThat(List.copyOf(events))
                .containsExactly(committed(first), committed(second), new RunEvent.CommitsEnded(failure));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whereACommitFailsWhatWasMadeReadyMeanwhileIsGivenUp(Throwable failure) throws Exception {
        files.failure = failure;
        StepResult.Published third = result("third");
        files.unconfirmed = "second";

        commit(third);

        assertThat(files.done).endsWith("abandoned third");
        assertThat(List.copyOf(events)).containsExactly(committed(first), new RunEvent.CommitsEnded(failure));
    }

    // A fault ends the commits as any failure does: nobody would end the run otherwise.
    private static List<Throwable> failures() {
        return List.of(new IllegalStateException("The disk is full"), new OutOfMemoryError("Java heap space"));
    }

    private void commit(StepResult.Published third) {
        Committer committer = new Committer(store.commits(), files, lease, CLOCK, Scenario::id, (_, failure) -> {
            throw failure;
        });
        try (CommitThread thread = new CommitThread(Threads.OF_THIS_MACHINE, committer, 1, events::add)) {
            thread.hand(first);
            thread.hand(second);
            thread.hand(third);
            files.handedIn.countDown();
        }
    }

    private static RunEvent committed(StepResult result) {
        return new RunEvent.GroupCommitted(new Receipt(List.of(result), List.of()));
    }

    private static RunEvent refused(StepResult result) {
        return new RunEvent.GroupCommitted(new Receipt(List.of(), List.of(result)));
    }

    private StepResult.Published result(String name, InputUse... inputs) {
        AssetPartition target = target(name, 0);
        return published(version(lease, scenario.claim(lease, target), inputs));
    }

    /// Remembers what is done to the files of groups. The first commit lasts until all is handed in, the second until the files of the
    /// third are ready.
    private static final class Files implements GroupFiles {

        final List<String> done = new CopyOnWriteArrayList<>();
        final CountDownLatch handedIn = new CountDownLatch(1);
        private final CountDownLatch thirdIsReady = new CountDownLatch(1);
        Throwable failure = new AssertionError("Nothing should fail");
        String unready = "";
        String unconfirmed = "";

        @Override
        public void prepare(CommitGroup group) {
            if (nameOf(group).equals(unready)) {
                thirdIsReady.countDown();
                fail();
            }
            done.add("ready " + nameOf(group));
            if (nameOf(group).equals("third")) {
                thirdIsReady.countDown();
            }
        }

        @Override
        public void committed(CommitGroup group, Committed outcome) {
            await(nameOf(group).equals("first") ? handedIn : thirdIsReady);
            if (nameOf(group).equals(unconfirmed)) {
                fail();
            }
            done.add("committed " + nameOf(group));
        }

        @Override
        public void abandon(CommitGroup group) {
            done.add("abandoned " + nameOf(group));
        }

        private void fail() {
            switch (failure) {
                case RuntimeException refused -> throw refused;
                case Error fault -> throw fault;
                default -> throw new AssertionError(failure);
            }
        }

        private static String nameOf(CommitGroup group) {
            return group.results().getFirst().target().asset().toString();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
