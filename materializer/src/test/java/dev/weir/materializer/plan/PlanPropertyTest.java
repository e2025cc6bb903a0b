package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any graph and any history. Each seed is one project that changes a few times.
class PlanPropertyTest {

    private static final List<String> REQUESTS = List.of("", "2013-02-27", "2013-02-26..2013-03-03", "2013-02");

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void executingAPlanLeavesNothingToPlan(int seed) {
        Random random = new Random(seed);
        List<AnAsset> assets = assets(random);
        World world = new World(assets.toArray(AnAsset[]::new)).recordingExactly(random.nextInt(4));
        for (int round = 0; round < 6; round++) {
            Optional<RunRequest> request = request(world, assets, random);
            if (request.isPresent()) {
                RunPlan plan = world.plan(request.get());
                assertOrdered(plan);
                List<String> computed = world.execute(plan);

                RunPlan next = world.plan(request.get().with(Force.NOTHING));
                assertThat(computed).as("what runs was shown").isSubsetOf(names(world, plan));
                assertThat(toDo(world, next)).as("after %s", world.lines(plan)).isEmpty();
            }
            change(world, assets, random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlanIsTheSameEachTime(int seed) {
        Random random = new Random(seed);
        List<AnAsset> assets = assets(random);
        World world = new World(assets.toArray(AnAsset[]::new));
        world.materialize("");
        change(world, assets, random);

        assertThat(world.plan("")).isEqualTo(world.plan(""));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rejectionsSettle(int seed) {
        Random random = new Random(seed);
        List<AnAsset> assets = assets(random);
        World world = new World(assets.toArray(AnAsset[]::new));
        assets.forEach(asset -> world.check(asset.key().toString(), "holds", "always"));
        for (int round = 0; round < 4; round++) {
            assets.stream().filter(asset -> !asset.parameters().isEmpty()).forEach(asset -> {
                for (int ordinal : asset.partitions().all(world.now()).toArray()) {
                    String name = world.names().of(new AssetPartition(asset.key(), ordinal));
                    if (random.nextInt(10) == 0) {
                        world.failing(name);
                    } else {
                        world.passing(name);
                    }
                }
            });

            // A rejection in a run takes along what reads it; the next plan lets that read the version before.
            for (int run = 0; run < assets.size(); run++) {
                world.materialize("");
            }

            assertThat(toDo(world, world.plan(""))).isEmpty();
            change(world, assets, random);
        }
    }

    private static void assertOrdered(RunPlan plan) {
        Set<AssetPartition> all = new HashSet<>();
        plan.steps().forEach(step -> all.add(step.target()));
        Set<AssetPartition> before = new HashSet<>();
        for (PlannedStep step : plan.steps()) {
            assertThat(reads(step).filter(all::contains)).isSubsetOf(before);
            assertThat(before.add(step.target())).isTrue();
        }
    }

    private static Stream<AssetPartition> reads(PlannedStep step) {
        return step.inputs().stream().flatMap(input -> input.partitions()
                .ordinals()
                .mapToObj(ordinal -> new AssetPartition(input.dependency().upstream(), ordinal)));
    }

    private static List<String> names(World world, RunPlan plan) {
        return plan.steps().stream()
                .map(step -> world.names().of(step.target()))
                .toList();
    }

    static List<AnAsset> assets(Random random) {
        List<AnAsset> assets = new ArrayList<>();
        int size = 2 + random.nextInt(7);
        for (int i = 0; i < size; i++) {
            AnAsset next = partitioned(asset("a" + i), random);
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    next = reading(next, assets.get(j), random);
                }
            }
            assets.add(next);
        }
        return assets;
    }

    private static AnAsset partitioned(AnAsset asset, Random random) {
        LocalDate start = LocalDate.of(2013, 2, random.nextInt(3) == 0 ? 20 : 1);
        return switch (random.nextInt(4)) {
            case 0 -> asset;
            case 1 -> asset.partitioned(new Cadence.Months(), LocalDate.of(2013, 2, 1), null, "UTC");
            default -> asset.partitioned(new Cadence.Days(), start, null, "UTC");
        };
    }

    private static AnAsset reading(AnAsset reader, AnAsset read, Random random) {
        String name = read.key().toString();
        return switch (random.nextInt(6)) {
            case 0 ->
                reader.after(
                        Stream.concat(reader.after().stream(), Stream.of(name)).toArray(String[]::new));
            case 1 -> reader.reading(name, new PartitionMapping.All());
            default -> reader.reading(name);
        };
    }

    // What cannot be had stays in the plan; everything else is done.
    private static List<String> toDo(World world, RunPlan plan) {
        return plan.steps().stream()
                .filter(step -> !(step.action() instanceof PlannedAction.Skip))
                .map(step -> world.names().of(step.target()) + " " + step.action())
                .toList();
    }

    /// Nothing if the partitions fit no asset.
    static Optional<RunRequest> request(World world, List<AnAsset> assets, Random random) {
        String selection = random.nextBoolean() ? "" : assets.getLast().key().toString();
        String partitions = REQUESTS.get(random.nextInt(REQUESTS.size()));
        RunRequest request = partitions.isEmpty() ? world.request(selection) : world.request("", partitions);
        try {
            world.plan(request);
        } catch (WeirException nothingFits) {
            return Optional.empty();
        }
        return Optional.of(request.with(random.nextInt(4) == 0 ? Force.SELECTED : Force.NOTHING));
    }

    static void change(World world, List<AnAsset> assets, Random random) {
        String some = assets.get(random.nextInt(assets.size())).key().toString();
        String other = assets.get(random.nextInt(assets.size())).key().toString();
        world.code(some, "version " + random.nextInt(3));
        switch (random.nextInt(5)) {
            case 0 -> world.data(other, "always the same");
            case 1 -> world.config(other, "setting " + random.nextInt(3));
            case 2 -> world.at("2013-03-0%dT03:00:00Z".formatted(6 + random.nextInt(3)));
            default -> {}
        }
    }
}
