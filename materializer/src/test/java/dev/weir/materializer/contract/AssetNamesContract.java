package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.verdict;
import static dev.weir.materializer.contract.Scenario.version;
import static dev.weir.materializer.version.EnvironmentName.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What renaming an asset promises: everything that is known of it is known of the other key.
public interface AssetNamesContract extends StoreContract {

    AssetKey OLD = AssetKey.parse("named/raw");
    AssetKey NEW = AssetKey.parse("named/orders");
    AssetKey OLDEST = AssetKey.parse("named/input");

    AssetNames names();

    @Test
    default void whatIsKnownOfAnAssetIsKnownOfItsNewKey() {
        RunLease lease = scenario().running();
        Version made = version(lease, scenario().claim(lease, target("named/raw", 3)));
        scenario().commit(lease, published(made, verdict(OLD, "has_rows", true)));
        Version reader = scenario().publish(lease, target("named/report", 0), reading(made));

        assertThat(names().rename(NEW, List.of(OLD))).contains(OLD);

        Version kept = versions().find(made.id()).orElseThrow();
        assertThat(kept.target()).isEqualTo(target("named/orders", 3));
        assertThat(versions().current(MAIN, NEW, Optional.empty())).extracting(each -> each.version()).containsExactly(kept);
        assertThat(versions().current(MAIN, OLD, Optional.empty())).isEmpty();
        assertThat(versions().versionsOf(kept.target())).containsExactly(kept);
        assertThat(versions().verdictsOf(made.id())).extracting(Verdict::check).containsExactly(new CheckKey(NEW, "has_rows"));
        assertThat(versions().readersOf(made.id()).getFirst().inputs()).extracting(InputUse::asset).containsExactly(NEW);
        assertThat(versions().find(reader.id()).orElseThrow().target()).isEqualTo(reader.target());
        assertThat(versions().publishedAfter(MAIN, 0, 9)).first().isEqualTo(
                new Publication(1, MAIN, kept.target(), kept.id(), lease.run(), NOON));
        assertThat(runs().stepsOf(lease.run())).extracting(StepRecord::target).containsExactly(kept.target(), reader.target());
        assertThat(versions().sequence()).isEqualTo(3);
        assertThat(names().knows(NEW)).isTrue();
        assertThat(names().knows(OLD)).isFalse();
    }

    @Test
    default void numbersGoOn() {
        scenario().publish(scenario().running(), target("named/raw", 0));
        names().rename(NEW, List.of(OLD));

        assertThat(scenario().publish(scenario().running(), target("named/orders", 0)).number()).isEqualTo(2);
        assertThat(scenario().publish(scenario().running(), target("named/raw", 0)).number()).isEqualTo(1);
    }

    @Test
    default void whatHasVersionsOfItsOwnKeepsThem() {
        Version old = scenario().publish(scenario().running(), target("named/raw", 0));
        Version own = scenario().publish(scenario().running(), target("named/orders", 0));

        assertThat(names().rename(NEW, List.of(OLD))).isEmpty();

        assertThat(versions().find(old.id())).contains(old);
        assertThat(versions().find(own.id())).contains(own);
        assertThat(versions().sequence()).isEqualTo(2);
    }

    @Test
    default void theNewestKnownFormerKeyCounts() {
        Version oldest = scenario().publish(scenario().running(), target("named/input", 0));

        assertThat(names().formerOf(NEW, List.of(OLD, OLDEST))).contains(OLDEST);
        assertThat(names().rename(NEW, List.of(OLD, OLDEST))).contains(OLDEST);
        assertThat(names().formerOf(NEW, List.of(OLD, OLDEST))).isEmpty();
        assertThat(names().rename(NEW, List.of(OLD, OLDEST))).isEmpty();
        assertThat(names().rename(AssetKey.parse("named/other"), List.of(AssetKey.parse("named/unknown")))).isEmpty();
        assertThat(versions().find(oldest.id()).orElseThrow().target().asset()).isEqualTo(NEW);
    }

    @Test
    default void whoOnlyReadsSeesTheNewKeyAsWell() {
        Version made = scenario().publish(scenario().running(), target("named/raw", 0));

        names().readAs(NEW, List.of(OLD));

        assertThat(versions().versionsOf(target("named/orders", 0))).extracting(Version::id).containsExactly(made.id());
        assertThat(versions().find(made.id()).orElseThrow().target().asset()).isEqualTo(NEW);
    }
}
