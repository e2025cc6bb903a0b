package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.group;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.contract.StoreContract;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitOutcome.RunLost;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.version.Version;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is written before the store is locked goes again with a group that is not committed.
interface RefusedGroupContract extends StoreContract {

    /// Of the store.
    Sessions sessions();

    private long readers() {
        return sessions().read(session -> session.first("SELECT COUNT(*) FROM version_input", row -> row.getLong(1)).orElseThrow());
    }

    @Test
    default void aRunThatIsNotTheCallersLeavesNoReaders() {
        RunLease lease = scenario().running();
        RunLease thief = new RunLease(lease.run(), "somebody else", lease.environment());
        Version raw = scenario().publish(lease, target("raw", 1));
        Version reader = version(lease, scenario().claim(lease, target("orders", 1)), reading(raw));

        assertThat(scenario().commit(thief, published(reader))).isEqualTo(new RunLost());
        assertThat(readers()).isZero();
    }

    @Test
    default void aGroupOfAnOldClaimLeavesNoReaders() {
        RunLease lease = scenario().running();
        Version raw = scenario().publish(lease, target("raw", 1));
        Claim old = scenario().claim(lease, target("orders", 1));
        scenario().claim(lease, target("orders", 1));

        Version reader = version(lease, old, reading(raw));

        assertThat(scenario().commit(lease, published(reader))).isEqualTo(new Fenced(Set.of(old.target())));
        assertThat(readers()).isZero();
    }

    @Test
    default void aGroupThatIsCommittedAgainHasItsReadersOnce() {
        RunLease lease = scenario().running();
        Version raw = scenario().publish(lease, target("raw", 1));
        Version reader = version(lease, scenario().claim(lease, target("orders", 1)), reading(raw));
        CommitGroup group = group(lease, published(reader));

        assertThat(commits().commit(group)).isEqualTo(new Committed(2));
        assertThat(commits().commit(group)).isEqualTo(new Committed(2));
        assertThat(readers()).isOne();
    }
}
