package dev.weir.materializer.publish;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitterTest {

    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final AssetPartition TRAIN = target("train", 0);
    private static final AssetPartition TEST = target("test", 0);
    private static final AssetPartition OTHER = target("other", 0);
    private static final AssetPartition READER = target("reader", 0);

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final Scenario scenario = new Scenario(store.commits(), store.runs());
    private final RunLease lease = scenario.running();
    private final Committer committer = new Committer(
            store.commits(), GroupFiles.NONE, lease, CLOCK, Scenario::id, (_, failure) -> {
                throw failure;
            });

    @Test
    void whatBelongsTogetherIsPublishedInOneTransaction() {
        List<StepResult> split = List.of(result(TRAIN), result(TEST));

        Committer.Receipt receipt = committer.commit(split, List.of(split));

        assertThat(receipt.committed()).isEqualTo(split);
        assertThat(current()).containsExactly(TEST, TRAIN);
    }

    @Test
    void whereOneIsClaimedByAnotherRunNoneOfThoseThatBelongTogetherIsPublishedNorWhatReadThem() {
        StepResult.Published train = result(TRAIN);
        StepResult.Published test = result(TEST);
        StepResult.Published reader = result(READER, reading(train.version()));
        StepResult.Published other = result(OTHER);
        scenario.claim(scenario.running(), TEST);

        Committer.Receipt receipt =
                committer.commit(List.of(train, test, reader, other), List.of(List.of(train, test)));

        assertThat(receipt.committed()).containsExactly(other);
        assertThat(receipt.fenced()).containsExactlyInAnyOrder(train, test, reader);
        assertThat(current()).containsExactly(OTHER);
    }

    @Test
    void whereOneHasReadWhatWasRefusedTheOthersAreRefusedToo() {
        StepResult.Published other = result(OTHER);
        scenario.claim(scenario.running(), OTHER);
        committer.commit(List.of(other));
        StepResult.Published train = result(TRAIN);
        StepResult.Published test = result(TEST, reading(other.version()));

        Committer.Receipt receipt = committer.commit(List.of(train, test), List.of(List.of(train, test)));

        assertThat(receipt.committed()).isEmpty();
        assertThat(receipt.fenced()).containsExactlyInAnyOrder(train, test);
        assertThat(current()).isEmpty();
    }

    private StepResult.Published result(AssetPartition target, InputUse... inputs) {
        return published(version(lease, scenario.claim(lease, target), inputs));
    }

    private List<AssetPartition> current() {
        return store.versions().current(EnvironmentName.MAIN).stream()
                .map(current -> current.version().target())
                .sorted(java.util.Comparator.comparing(AssetPartition::asset))
                .toList();
    }
}
