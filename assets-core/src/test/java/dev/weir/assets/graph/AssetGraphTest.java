package dev.weir.assets.graph;

import static dev.weir.assets.graph.AnAsset.asset;
import static dev.weir.assets.graph.AnAsset.daily;
import static dev.weir.assets.graph.AnAsset.graph;
import static dev.weir.assets.graph.AnAsset.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssetGraphTest {

    private static final AssetGraph SHOP = graph(
            asset("report").reading("totals", "customers"),
            asset("totals").reading("orders"),
            asset("orders").reading("raw_orders").after("audit"),
            asset("customers").reading("raw_customers"),
            asset("raw_orders"),
            asset("raw_customers"),
            asset("audit"));

    @Test
    void assetsStandByLevelAndThenByKey() {
        assertThat(SHOP.keys().stream().map(AssetKey::toString))
                .containsExactly("audit", "raw_customers", "raw_orders", "customers", "orders", "totals", "report");
        assertThat(SHOP.keys().stream().map(SHOP::levelOf)).containsExactly(0, 0, 0, 1, 1, 2, 3);
    }

    @Test
    void theOrderOfDeclarationDoesNotMatter() {
        List<AssetSpec> shuffled = new ArrayList<>(SHOP.assets());
        Collections.shuffle(shuffled, new Random(7));

        assertThat(AssetGraph.of(shuffled).assets()).isEqualTo(SHOP.assets());
    }

    @Test
    void neighborsAreReadAndWaitedForAlike() {
        assertThat(SHOP.upstreamOf(key("orders"))).containsExactlyElementsOf(keys("audit", "raw_orders"));
        assertThat(SHOP.downstreamOf(key("audit"))).containsExactlyElementsOf(keys("orders"));
        assertThat(SHOP.dependenciesOf(key("orders")))
                .extracting(Dependency::upstream)
                .containsExactlyElementsOf(keys("raw_orders", "audit"));
        assertThat(SHOP.dependenciesOf(key("orders")))
                .extracting(edge -> edge.input().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void allUpstreamAndDownstreamEndAtTheDepthAskedFor() {
        assertThat(SHOP.allUpstreamOf(key("report"), 1)).isEqualTo(keys("customers", "totals"));
        assertThat(SHOP.allUpstreamOf(key("report"), 2))
                .isEqualTo(keys("raw_customers", "customers", "orders", "totals"));
        assertThat(SHOP.allUpstreamOf(key("totals"), AssetGraph.ANY_DEPTH))
                .isEqualTo(keys("audit", "raw_orders", "orders"));
        assertThat(SHOP.allDownstreamOf(key("audit"), AssetGraph.ANY_DEPTH))
                .isEqualTo(keys("orders", "totals", "report"));
        assertThat(SHOP.allDownstreamOf(key("report"), AssetGraph.ANY_DEPTH)).isEmpty();
    }

    @Test
    void anAssetReadThroughTwoParametersIsOneNeighbor() {
        AssetGraph graph = graph(asset("orders"), asset("report").reading("orders", "orders"));

        assertThat(graph.upstreamOf(key("report"))).isEqualTo(keys("orders"));
        assertThat(graph.dependenciesOf(key("report"))).hasSize(2);
    }

    @Test
    void aMonthReadsItsDaysAndADayTheSameDayWithoutAWord() {
        AssetGraph graph = graph(
                asset("planes"),
                asset("flights").partitioned(daily("UTC")),
                asset("delays").partitioned(daily("UTC")).reading("flights", "planes"),
                asset("by_month").partitioned(monthly("UTC")).reading("delays"),
                asset("forever").reading("by_month"));

        assertThat(mappings(graph, "delays"))
                .containsExactly(new PartitionMapping.Identity(), new PartitionMapping.All());
        assertThat(mappings(graph, "by_month")).containsExactly(new PartitionMapping.Windows());
        assertThat(mappings(graph, "forever")).containsExactly(new PartitionMapping.All());
    }

    @Test
    void aMappingTheAuthorNamesIsKept() {
        AssetGraph graph = graph(
                asset("flights").partitioned(daily("UTC")),
                asset("delays").partitioned(daily("UTC")).reading("flights", new PartitionMapping.All()));

        assertThat(mappings(graph, "delays")).containsExactly(new PartitionMapping.All());
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThat(SHOP.find(key("nothing"))).isEmpty();
        assertThatThrownBy(() -> SHOP.asset(key("nothing")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No asset nothing");
    }

    @Test
    void noAssetsAreAGraphToo() {
        assertThat(AssetGraph.of(List.of()).assets()).isEmpty();
    }

    @Test
    void aChainOfAHundredThousandIsBuiltAndWalked() {
        List<AssetSpec> chain = new ArrayList<>();
        chain.add(asset("a0").spec());
        for (int i = 1; i < 100_000; i++) {
            chain.add(asset("a" + i).reading("a" + (i - 1)).spec());
        }

        AssetGraph graph = AssetGraph.of(chain);
        List<AssetKey> all = graph.allUpstreamOf(key("a99999"), AssetGraph.ANY_DEPTH);

        assertThat(all).hasSize(99_999);
        assertThat(graph.levelOf(key("a99999"))).isEqualTo(99_999);
    }

    @Test
    void aHundredThousandAssetsInLayersAreBuilt() {
        List<AssetSpec> layers = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            AnAsset.Builder asset = asset("group%d/asset_%d".formatted(i % 100, i));
            layers.add((i < 1_000 ? asset : asset.reading(name(i - 1_000), name(i - 999), name(i - 990))).spec());
        }

        AssetGraph graph = AssetGraph.of(layers);

        assertThat(graph.size()).isEqualTo(100_000);
    }

    private static String name(int i) {
        return "asset_" + i;
    }

    private static List<PartitionMapping> mappings(AssetGraph graph, String asset) {
        return graph.dependenciesOf(key(asset)).stream()
                .map(Dependency::mapping)
                .toList();
    }

    private static AssetKey key(String text) {
        return AssetKey.parse(text);
    }

    private static List<AssetKey> keys(String... texts) {
        return List.of(texts).stream().map(AssetKey::parse).toList();
    }
}
