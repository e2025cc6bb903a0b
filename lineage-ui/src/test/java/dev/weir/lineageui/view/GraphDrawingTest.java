package dev.weir.lineageui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.view.GraphView.Edge;
import dev.weir.lineageui.view.GraphView.Kind;
import dev.weir.lineageui.view.GraphView.Node;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {

    @Test
    void upstreamStandsAboveDownstream() {
        assertThat(drawing("raw", "clean < raw")).isEqualTo("""
                  ┌─────┐
                  │ raw │
                  └──┬──┘
                     │
                 ┌───┴───┐
                 │ clean │
                 └───────┘
                """);
    }

    @Test
    void twoInputsMeetAboveTheirReader() {
        assertThat(drawing("raw_flights", "hourly_weather", "daily_delays < raw_flights hourly_weather"))
                .isEqualTo("""
                 ┌─────────────┐   ┌────────────────┐
                 │ raw_flights │   │ hourly_weather │
                 └──────┬──────┘   └────────┬───────┘
                        └─────────┬─────────┘
                          ┌───────┴──────┐
                          │ daily_delays │
                          └──────────────┘
                """);
    }

    @Test
    void anEdgePassesTheLayersItSkips() {
        assertThat(drawing("a", "b < a", "c < a b", "d < a")).isEqualTo("""
                        ┌───┐
                        │ a │
                        └─┬─┘
                   ┌──────┴┬─────┐
                 ┌─┴─┐   ┌─┴─┐   │
                 │ b │   │ d │   │
                 └─┬─┘   └───┘   │
                   └──────┬──────┘
                        ┌─┴─┐
                        │ c │
                        └───┘
                """);
    }

    @Test
    void aSourceStandsRightAboveItsFirstReader() {
        assertThat(drawing(
                        "planes",
                        "raw_flights",
                        "raw_weather",
                        "airports",
                        "hourly_weather < raw_weather",
                        "daily_delays < raw_flights hourly_weather",
                        "fleet_delays < raw_flights planes",
                        "carrier_report < daily_delays",
                        "route_report < daily_delays airports fleet_delays"))
                .isEqualTo("""
                 ┌────────┐   ┌─────────────┐   ┌─────────────┐
                 │ planes │   │ raw_flights │   │ raw_weather │
                 └────┬───┘   └──────┬──────┘   └──────┬──────┘
                      └─────┐        │              ┌──┘
                            ├────────┴─┐            │
                    ┌───────┴──────┐   │   ┌────────┴───────┐
                    │ fleet_delays │   │   │ hourly_weather │
                    └───────┬──────┘   │   └────────┬───────┘
                            └───┐      └────┬───────┘
                 ┌──────────┐   │   ┌───────┴──────┐
                 │ airports │   │   │ daily_delays │
                 └─────┬────┘   │   └───────┬──────┘
                       └──────┬─┘           │
                              ├─────────────┴─────┐
                      ┌───────┴──────┐   ┌────────┴───────┐
                      │ route_report │   │ carrier_report │
                      └──────────────┘   └────────────────┘
                """);
    }

    @Test
    void itCanBeToldWhoReadsWhat() {
        assertThat(drawing("weather", "flights", "planes", "delays < weather flights", "days < flights planes"))
                .isEqualTo("""
                 ┌─────────┐   ┌─────────┐   ┌────────┐
                 │ weather │   │ flights │   │ planes │
                 └────┬────┘   └────┬────┘   └────┬───┘
                      └──────┐      │      ┌──────┘
                             ├──────┴──────┤
                        ┌────┴───┐     ┌───┴──┐
                        │ delays │     │ days │
                        └────────┘     └──────┘
                """);
    }

    @Test
    void edgesThatCrossDoNotTouch() {
        assertThat(drawing("a", "b", "c", "x < a b c", "y < a b c", "z < b"))
                .isEqualTo("""
                 ┌───┐   ┌───┐   ┌───┐
                 │ a │   │ c │   │ b │
                 └─┬─┘   └─┬─┘   └─┬─┘
                   └──┬────│──┐    │
                      ├────┴──┤    │
                      ├───────┼────┴──┐
                    ┌─┴─┐   ┌─┴─┐   ┌─┴─┐
                    │ x │   │ y │   │ z │
                    └───┘   └───┘   └───┘
                """);
    }

    /// Assets, upstream first, each with what it reads: `clean < raw`.
    static GraphView graph(String... assets) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (String asset : assets) {
            String[] words = asset.split(" < | ", -1);
            AssetKey key = AssetKey.parse(words[0]);
            nodes.add(new Node(key, "", new PartitionsDefinition.Unpartitioned()));
            for (int i = 1; i < words.length; i++) {
                edges.add(new Edge(AssetKey.parse(words[i]), key, Kind.READS));
            }
        }
        return new GraphView(nodes, edges);
    }

    private static String drawing(String... assets) {
        return GraphDrawing.of(graph(assets));
    }
}
