package dev.weir.assets.graph;

import static dev.weir.assets.graph.AnAsset.asset;
import static dev.weir.assets.graph.AnAsset.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

    private static final AssetGraph GRAPH = graph(
            asset("orders"),
            asset("raw/orders"),
            asset("raw/prices"),
            asset("clean/orders").reading("raw/orders"),
            asset("clean/report"),
            asset("clean/eu/report"),
            asset("lake/orders"),
            asset("lake/clean/orders"),
            asset("users"),
            asset("clean/users"));

    @ParameterizedTest
    @CsvSource({
        "clean/report, orders, clean/orders", // under its own prefix first
        "raw/prices, orders, raw/orders",
        "users, orders, orders", // then the whole key
        "users, prices, raw/prices", // then the only one of that name
        "clean/report, prices, raw/prices",
        "clean/report, raw/orders, raw/orders",
        "lake/orders, clean/orders, lake/clean/orders",
        "users, clean/orders, clean/orders",
        "clean/users, users, users", // never itself while there is another
        "clean/eu/report, report, clean/report",
        "raw/prices, prices, raw/prices", // itself if nothing else is left
    })
    void aReferenceMeansTheNearestAsset(String reader, String reference, String expected) {
        assertThat(GRAPH.resolve(AssetKey.parse(reader), reference))
                .isEqualTo(new Resolution.Found(AssetKey.parse(expected)));
    }

    @Test
    void aNameOfSeveralAssetsIsAmbiguousWithoutAPrefix() {
        assertThat(GRAPH.resolve("report"))
                .isEqualTo(new Resolution.Ambiguous(
                        List.of(AssetKey.parse("clean/eu/report"), AssetKey.parse("clean/report"))));
    }

    @Test
    void anUnknownReferenceNamesItsNearMisses() {
        assertThat(GRAPH.resolve("raw/order")).isEqualTo(new Resolution.Unknown(List.of(AssetKey.parse("raw/orders"))));
        assertThat(GRAPH.resolve("Not A Key")).isEqualTo(new Resolution.Unknown(List.of()));
        assertThat(GRAPH.resolve("")).isEqualTo(new Resolution.Unknown(List.of()));
    }
}
