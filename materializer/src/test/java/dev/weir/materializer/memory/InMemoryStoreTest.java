package dev.weir.materializer.memory;

import static dev.weir.materializer.contract.Scenario.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.contract.AdoptionStoreContract;
import dev.weir.materializer.contract.AssetNamesContract;
import dev.weir.materializer.contract.CollectionStoreContract;
import dev.weir.materializer.contract.CommitStoreContract;
import dev.weir.materializer.contract.HistoryStoreContract;
import dev.weir.materializer.contract.KeyNumbersContract;
import dev.weir.materializer.contract.MoveContract;
import dev.weir.materializer.contract.PoolStoreContract;
import dev.weir.materializer.contract.RunStoreContract;
import dev.weir.materializer.contract.TurnContract;
import dev.weir.materializer.contract.VersionStoreContract;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest
        implements AdoptionStoreContract,
                AssetNamesContract,
                CollectionStoreContract,
                CommitStoreContract,
                HistoryStoreContract,
                MoveContract,
                PoolStoreContract,
                RunStoreContract,
                TurnContract,
                VersionStoreContract,
                KeyNumbersContract {

    private final InMemoryStore store = new InMemoryStore(InstantSource.system());

    @Override
    public CommitStore commits() {
        return store.commits();
    }

    @Override
    public CollectionStore collections() {
        return store.collections();
    }

    @Override
    public HistoryStore history() {
        return store.history();
    }

    @Override
    public VersionStore versions() {
        return store.versions();
    }

    @Override
    public AdoptionStore adoptions() {
        return store.adoptions();
    }

    @Override
    public RunStore runs() {
        return store.runs();
    }

    @Override
    public PoolStore pools() {
        return store.pools();
    }

    @Override
    public AssetNames names() {
        return store.names();
    }

    @Override
    public KeyNumbers keyNumbers() {
        return store.keyNumbers();
    }

    /// A simulated history is to be the same one in every process, which the order of `Set.copyOf` is not.
    @Test
    void versionsAreFoundInTheOrderInWhichTheyWereAskedFor() {
        Version first = scenario().publish(scenario().running(), target("daily", 1));
        Version second = scenario().publish(scenario().running(), target("daily", 2));

        assertThat(versions().findAll(List.of(first.id(), second.id()))).containsExactly(first, second);
        assertThat(versions().findAll(List.of(second.id(), first.id()))).containsExactly(second, first);
    }
}
