package dev.weir.assets.graph;

import static dev.weir.assets.graph.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.spec.AssetSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Random graphs of ten assets; each number stands for an edge, from its tens to its ones.
class GraphPropertiesTest {

    private static final int ASSETS = 10;

    @Property
    void aGraphHasAnOrderExactlyIfNoAssetReachesItself(@ForAll @Size(max = 25) Set<@IntRange(max = 99) Integer> edges) {
        List<Problem> problems = AssetGraph.problemsOf(specs(edges));
        boolean cyclic =
                IntStream.range(0, ASSETS).anyMatch(asset -> reach(edges, asset).contains(asset));

        assertThat(problems).allMatch(problem -> problem.code() == ProblemCode.CYCLE);
        assertThat(!problems.isEmpty()).isEqualTo(cyclic);
    }

    @Property
    void whatIsUpstreamStandsBeforeWhatReadsIt(@ForAll @Size(max = 25) Set<@IntRange(max = 99) Integer> numbers) {
        Set<Integer> edges = new HashSet<>(numbers);
        edges.removeIf(edge -> edge / 10 <= edge % 10);

        AssetGraph graph = AssetGraph.of(specs(edges));

        for (int asset = 0; asset < ASSETS; asset++) {
            Set<Integer> upstream = reach(edges, asset);
            AssetKey key = AssetKey.parse("a" + asset);
            assertThat(graph.allUpstreamOf(key, AssetGraph.ANY_DEPTH))
                    .containsExactlyInAnyOrderElementsOf(upstream.stream()
                            .map(each -> AssetKey.parse("a" + each))
                            .toList())
                    .allMatch(each -> graph.placeOf(each) < graph.placeOf(key))
                    .allMatch(each -> graph.levelOf(each) < graph.levelOf(key))
                    .allMatch(each ->
                            graph.allDownstreamOf(each, AssetGraph.ANY_DEPTH).contains(key));
        }
    }

    @Property
    void theCycleThatIsToldIsOne(@ForAll @Size(max = 25) Set<@IntRange(max = 99) Integer> edges) {
        for (Problem problem : AssetGraph.problemsOf(specs(edges))) {
            String path = problem.message()
                    .substring(
                            problem.message().indexOf(": ") + 2,
                            problem.message().indexOf(". "));
            List<Integer> cycle = new ArrayList<>();
            for (String asset : path.split(" <- ", -1)) {
                cycle.add(Integer.parseInt(asset.substring(1)));
            }
            for (int i = 1; i < cycle.size(); i++) {
                assertThat(edges).contains(10 * cycle.get(i - 1) + cycle.get(i));
            }
            assertThat(cycle.getFirst()).isEqualTo(cycle.getLast());
            assertThat(new HashSet<>(cycle)).hasSize(cycle.size() - 1);
        }
    }

    private static List<AssetSpec> specs(Set<Integer> edges) {
        return IntStream.range(0, ASSETS)
                .mapToObj(reader -> asset("a" + reader)
                        .reading(edges.stream()
                                .filter(edge -> edge / 10 == reader)
                                .map(edge -> "a" + edge % 10)
                                .toArray(String[]::new))
                        .spec())
                .toList();
    }

    private static Set<Integer> reach(Set<Integer> edges, int from) {
        Set<Integer> reached = new HashSet<>();
        List<Integer> frontier = new ArrayList<>(List.of(from));
        while (!frontier.isEmpty()) {
            int asset = frontier.removeLast();
            edges.stream()
                    .filter(edge -> edge / 10 == asset)
                    .map(edge -> edge % 10)
                    .filter(reached::add)
                    .forEach(frontier::add);
        }
        return reached;
    }
}
