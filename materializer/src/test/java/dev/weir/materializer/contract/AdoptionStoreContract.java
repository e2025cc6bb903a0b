package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.materializer.adopt.Adoption;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.version.Acceptance;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What an [AdoptionStore] promises: what is current counts as it was accepted, all of it or nothing.
public interface AdoptionStoreContract extends StoreContract {

    AdoptionStore adoptions();

    @Test
    default void whatIsCurrentCountsAsItWasAccepted() {
        Version version = scenario().publish(scenario().running(), Scenario.target("adopted/orders", 1));
        Adoption adoption = adoption(version);

        assertThat(adopt(adoption)).isTrue();
        Version kept = versions().find(version.id()).orElseThrow();
        assertThat(kept).isEqualTo(adoption.after());
        assertThat(Acceptance.of(kept))
                .contains(new Acceptance(
                        NOON, "only a comment", Scenario.digest(1).toString(), Scenario.digest(2).toString()));
    }

    @Test
    default void nothingIsAcceptedWhereOneVersionIsNotAsItWasRead() {
        AssetPartition changed = Scenario.target("adopted/changed", 1);
        Version same = scenario().publish(scenario().running(), Scenario.target("adopted/same", 1));
        Version older = scenario().publish(scenario().running(), changed);
        Version _ = scenario().publish(scenario().running(), changed);

        assertThat(adopt(adoption(same), adoption(older))).isFalse();
        assertThat(versions().find(same.id())).contains(same);
        UUID id = Scenario.id();
        assertThat(adoptions().hasAdopted(id)).isFalse();
        assertThat(adoptions().adopt(id, EnvironmentName.MAIN, List.of(adoption(same)), "only a comment", NOON)).isTrue();
        assertThat(adoptions().hasAdopted(id)).isTrue();
        assertThat(adopt(adoption(same))).isFalse();
    }

    @Test
    default void whatIsOfferedAgainHasHappened() {
        Version version = scenario().publish(scenario().running(), Scenario.target("adopted/again", 1));
        List<Adoption> adoptions = List.of(adoption(version));
        UUID id = Scenario.id();
        assertThat(adoptions().adopt(id, EnvironmentName.MAIN, adoptions, "only a comment", NOON)).isTrue();
        long sequence = versions().sequence();

        assertThat(adoptions().adopt(id, EnvironmentName.MAIN, adoptions, "only a comment", NOON)).isTrue();

        assertThat(versions().sequence()).isEqualTo(sequence);
        assertThat(adopt(adoptions.getFirst())).isFalse();
    }

    private boolean adopt(Adoption... adoptions) {
        return adoptions().adopt(Scenario.id(), EnvironmentName.MAIN, List.of(adoptions), "only a comment", NOON);
    }

    private static Adoption adoption(Version version) {
        return new Adoption(
                version,
                version.accepted(
                        new CodeDigest(Scenario.digest(11)),
                        new ConfigDigest(Scenario.digest(12)),
                        Collections.emptySortedMap(),
                        "only a comment",
                        NOON));
    }
}
