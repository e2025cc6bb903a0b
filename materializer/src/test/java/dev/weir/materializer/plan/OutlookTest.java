package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.materializer.kept.KeptFile;
import dev.weir.materializer.status.KeptStandings;
import dev.weir.materializer.status.ProjectStandings;
import dev.weir.materializer.status.ProjectStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.StoreMark;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.mapping.PartitionMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An outlook says what a plan of everything says, whether it was found out at once or commit by commit.
class OutlookTest {

    static IntStream seeds() {
        return IntStream.range(0, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsFoundOutCommitByCommitOrKeptInAFileIsWhatAPlanOfEverythingSays(int seed, @TempDir Path folder) {
        Random random = new Random(seed);
        List<AnAsset> assets = assets(random);
        World world = new World(assets.toArray(AnAsset[]::new)).recordingExactly(random.nextInt(4));
        assets.forEach(asset -> world.check(asset.key().toString(), "holds", "always"));
        for (int round = 0; round < 3; round++) {
            Known known = new Known(world, folder, folder.resolve("outlook-" + round));
            for (int commit = 0; commit < 5; commit++) {
                happen(world, assets, random);
                if (random.nextInt(3) == 0) {
                    known = known.fromFile();
                }
                known.catchUp();
                known.assertIsThePlan(random);
                if (random.nextInt(2) == 0) {
                    known.keep();
                }
            }
            PlanPropertyTest.change(world, assets, random);
        }
    }

    private static List<AnAsset> assets(Random random) {
        List<AnAsset> assets = new ArrayList<>(PlanPropertyTest.assets(random));
        assets.add(asset("own").daily().readingItself());
        assets.add(asset("last_week").daily().reading("own", PartitionMapping.Relative.trailing(3)));
        assets.add(asset("all_of_it").reading("last_week", new PartitionMapping.Every()));
        assets.add(asset("newest").daily().reading("last_week", new PartitionMapping.Last()));
        return assets;
    }

    private static void happen(World world, List<AnAsset> assets, Random random) {
        AnAsset some = assets.get(random.nextInt(assets.size()));
        int[] due = some.partitions().all(world.now()).toArray();
        String target = world.names().of(new AssetPartition(some.key(), due[random.nextInt(due.length)]));
        switch (random.nextInt(8)) {
            case 0 -> world.hold(target);
            case 1 -> world.withdraw(target);
            case 2 -> world.release(target);
            case 3 -> world.at("2013-03-0%dT03:00:00Z".formatted(6 + random.nextInt(3)));
            case 4 -> world.failing(target);
            case 5 -> world.passing(target);
            default -> {}
        }
        world.data(target, "data " + random.nextInt(3));
        RunRequest one = world.request(some.key().toString(), target.contains("@") ? new String[] {target.split("@")[1]} : new String[0]);
        switch (random.nextInt(4)) {
            case 0 -> world.materialize("");
            case 1 -> world.execute(world.plan(one.with(Force.SELECTED)));
            case 2 -> world.execute(world.plan(one));
            default -> PlanPropertyTest.request(world, assets, random).map(world::plan).ifPresent(world::execute);
        }
    }

    /// What is known of a world, commit by commit, and may be kept in a file.
    private static final class Known {
        private final World world;
        private final Path folder;
        private final Path outlookFile;
        private final KeptStandings file;
        private final Definitions definitions;
        private final ProjectStandings.Stores stores;
        private StoreMark mark;
        private Outlook outlook;
        private ProjectStandings standings;

        Known(World world, Path folder, Path outlookFile) {
            this.world = world;
            this.folder = folder;
            this.outlookFile = outlookFile;
            file = new KeptStandings(folder, "this build");
            definitions = world.definitions();
            stores = new ProjectStandings.Stores(world.versions(), world.runs(), EnvironmentName.MAIN);
            mark = world.versions().mark();
            outlook = Outlook.of(definitions, world.versions(), EnvironmentName.MAIN, world.now(), Outlook.Watched.BY_NOBODY);
            standings = ProjectStandings.of(definitions, stores, world.now(), Set.of(), Outlook.Watched.BY_NOBODY);
        }

        void keep() {
            file.write(standings);
            new KeptFile(outlookFile).write(World.digest("outlook"), out -> {
                out.number(mark.sequence());
                out.number(mark.recorded());
                outlook.write(out);
            });
        }

        /// As the next process knows it, which has read the definitions itself; this one if nothing is kept that fits.
        Known fromFile() {
            Known next = new Known(world, folder, outlookFile);
            Optional<ProjectStandings> read = next.file.read(next.definitions, next.stores);
            if (read.isEmpty()) {
                return this;
            }
            next.standings = read.get();
            new KeptFile(outlookFile).read(World.digest("outlook"), in -> {
                next.mark = new StoreMark(in.number(), in.number());
                next.outlook = Outlook.read(in, next.definitions, world.versions(), EnvironmentName.MAIN);
                return Optional.of(next);
            });
            return next;
        }

        void catchUp() {
            StoreMark next = world.versions().mark();
            outlook = world.versions()
                    .touchedBetween(EnvironmentName.MAIN, mark, next)
                    .flatMap(touched -> outlook.after(touched, world.now()))
                    .orElseGet(() -> Outlook.of(definitions, world.versions(), EnvironmentName.MAIN, world.now(), Outlook.Watched.BY_NOBODY));
            mark = next;
            standings = standings.after(world.now(), Set.of());
        }

        void assertIsThePlan(Random random) {
            RunPlan plan = new RunPlanner(definitions, world.versions()).plan(world.request(""));
            for (Outcome outcome : Outcome.values()) {
                assertThat(outlook.with(Set.of(outcome))).as(outcome.name()).isEqualTo(planned(plan, outcome));
            }
            assertSameSteps(plan, random);
            assertSameStatus();
        }

        private static SortedMap<AssetKey, PartitionSet> planned(RunPlan plan, Outcome outcome) {
            return AssetPartition.byAsset(plan.steps().stream()
                    .filter(step -> Outcome.of(step.action()).equals(Optional.of(outcome)))
                    .map(PlannedStep::target));
        }

        private void assertSameSteps(RunPlan plan, Random random) {
            Map<AssetPartition, PlannedStep> steps = new HashMap<>();
            plan.steps().forEach(step -> steps.put(step.target(), step));
            List<AssetKey> keys = definitions.graph().keys();
            Map<AssetPartition, PlannedStep> several = new HashMap<>();
            Set<AssetPartition> targets = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                AssetKey key = keys.get(random.nextInt(keys.size()));
                int[] ordinals = outlook.lookedAt(key).toArray();
                AssetPartition target = new AssetPartition(key, ordinals[random.nextInt(ordinals.length)]);
                Map<AssetPartition, PlannedStep> one = steps.containsKey(target) ? Map.of(target, steps.get(target)) : Map.of();
                assertThat(outlook.steps(Set.of(target))).as(target.toString()).isEqualTo(one);
                targets.add(target);
                several.putAll(one);
            }
            assertThat(outlook.steps(targets)).isEqualTo(several);
        }

        private void assertSameStatus() {
            ProjectStatus.Stores stores = new ProjectStatus.Stores(() -> definitions, world::versions, world::runs);
            ProjectStatus status = new ProjectStatus(Map.of(), stores, EnvironmentName.MAIN, world.now());
            for (AssetStatus each : AssetStatus.values()) {
                assertThat(new TreeMap<>(standings.partitionsWith(each))).as(each.word()).isEqualTo(status.partitionsWith(each));
            }
        }
    }

    @Test
    void aCommitThatChangesNoDataIsFollowedNoFurtherThanItsReaders() {
        World world = new World(asset("raw").daily(), asset("clean").daily().reading("raw"), asset("report").reading("clean"))
                .materialize("");
        Outlook before = Outlook.of(world.definitions(), world.versions(), EnvironmentName.MAIN, world.now(), Outlook.Watched.BY_NOBODY);
        AssetPartition day = world.target("raw@2013-01-15");

        Optional<Outlook> after = before.after(Map.of(day.asset(), PartitionSet.of(day.ordinal())), world.now());

        assertThat(after).isPresent();
        assertThat(after.get().with(Set.of(Outcome.values()))).isEmpty();
    }

    @Test
    void whoWatchesIsToldOfHowManyAssetsItIsDecided() {
        World world = new World(asset("raw").daily(), asset("clean").daily().reading("raw"), asset("report").reading("clean"));
        List<String> told = new ArrayList<>();

        Outlook.of(world.definitions(), world.versions(), EnvironmentName.MAIN, world.now(), new Outlook.Watched(
                Progress.UNSEEN, (done, of) -> told.add(done + " of " + of)));

        assertThat(told).containsExactly("0 of 3", "1 of 3", "2 of 3", "3 of 3");
    }

    @Test
    void whoWatchesMayEndTheLook() {
        World world = new World(asset("raw").daily());

        assertThatThrownBy(() -> Outlook.of(
                        world.definitions(), world.versions(), EnvironmentName.MAIN, world.now(), new Outlook.Watched(
                                Progress.UNSEEN, (_, _) -> {
                                    throw new CancellationException("nobody waits for it");
                                })))
                .isInstanceOf(CancellationException.class);
    }
}
