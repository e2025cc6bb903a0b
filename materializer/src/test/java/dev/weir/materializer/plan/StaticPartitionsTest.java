package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a plan makes of assets that are cut into a list of keys.
class StaticPartitionsTest {

    private static final String MISSING = " compute: it has never been materialized";

    @Test
    void eachKeyReadsTheSameKey() {
        World world = airports();

        assertThat(world.lines("delays", "lga"))
                .containsExactly("raw@lga" + MISSING, "delays@lga" + MISSING);
        world.materialize("delays", "lga");
        assertThat(world.lines("delays", "lga..jfk"))
                .containsExactly("raw@jfk" + MISSING, "delays@jfk" + MISSING);
        AssetKey raw = AssetKey.parse("raw");
        PartitionSet all = world.definitions().graph().asset(raw).partitions().all(world.now());
        assertThat(world.names().keysOf(raw, all))
                .isEqualTo("lga, jfk, ewr");
    }

    @Test
    void whatIsPublishedStaysWithItsKeyWhenKeysAreAddedTakenAwayAndReordered() {
        World world = airports().materialize("");

        world.declare(
                asset("raw").cutInto("ord", "ewr", "lga"),
                asset("delays").cutInto("ord", "ewr", "lga").reading("raw"));

        assertThat(world.lines("")).containsExactly("raw@ord" + MISSING, "delays@ord" + MISSING);
        assertThat(world.current(world.target("raw@ewr"))).isPresent();
    }

    @Test
    void aKeySaysNothingToACalendar() {
        World world = new World(asset("raw").cutInto("lga", "jfk"), asset("days").daily());

        assertThat(world.lines("", "jfk"))
                .containsExactly("raw@jfk" + MISSING, "note: days is left out: it has no partition jfk");
        assertThat(world.lines("", "2013-01-02"))
                .containsExactly(
                        "days@2013-01-02" + MISSING,
                        "note: raw is left out: '2013-01-02' is not a partition: there are lga, jfk");
        assertThat(world.lines("", "jfk", "2013-01-02"))
                .containsExactly("days@2013-01-02" + MISSING, "raw@jfk" + MISSING);
        assertThatThrownBy(() -> world.lines("raw days", "jfk"))
                .isInstanceOf(WeirException.class)
                .hasMessage("days: it has no partition jfk");
        assertThatThrownBy(() -> world.lines("raw", "ord"))
                .isInstanceOf(WeirException.class)
                .hasMessage("raw: 'ord' is not a partition: there are lga, jfk");
    }

    @Test
    void whatHasNoPartitionsReadsTheKeysThatExistUnlessItRequiresAll() {
        World world = new World(
                asset("raw").cutInto("lga", "jfk"),
                asset("some").reading("raw"),
                asset("every").reading("raw", new PartitionMapping.Every()));

        assertThat(world.lines("", "jfk"))
                .containsExactly(
                        "raw@jfk" + MISSING, "every skip: raw@lga is missing", "some" + MISSING);
    }

    @Test
    void theStoreIsNotAskedBeforeANumberIsNeeded() {
        World world = new World(
                asset("raw").cutInto("lga", "jfk"),
                asset("same").cutInto("jfk").reading("raw"),
                asset("one").reading("raw", new PartitionMapping.Specific(List.of(new PartitionKey("jfk")))));

        Definitions unasked = world.definitions().numbered(() -> {
            throw new AssertionError("asked");
        });

        assertThat(unasked.graph().assets()).hasSize(3);
    }

    private static World airports() {
        return new World(
                asset("raw").cutInto("lga", "jfk", "ewr"),
                asset("delays").cutInto("lga", "jfk", "ewr").reading("raw"));
    }
}
