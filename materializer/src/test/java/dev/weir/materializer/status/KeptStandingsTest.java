package dev.weir.materializer.status;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.Outlook;
import dev.weir.materializer.plan.World;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How assets stand is kept from one process to the next, and used only where it fits.
class KeptStandingsTest {

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void aProjectOfWhichSomethingFailsItsChecks() {
        world = project();
        world.materialize("");
        keptBy("this build").write(standings(world));
    }

    private static World project() {
        World world = new World(
                asset("raw").daily(), asset("clean").daily().reading("raw"), asset("report").reading("clean"), asset("other").reading("raw"));
        world.check("raw", "complete", "all of it").check("other", "holds", "always");
        return world.failing("raw@2013-01-15");
    }

    private KeptStandings keptBy(String build) {
        return new KeptStandings(folder, build);
    }

    private Path file() {
        return folder.resolve("standings-main");
    }

    private static ProjectStandings.Stores stores(World world) {
        return new ProjectStandings.Stores(world.versions(), world.runs(), EnvironmentName.MAIN);
    }

    private static ProjectStandings standings(World world) {
        return ProjectStandings.of(world.definitions(), stores(world), world.now(), Set.of(), Outlook.Watched.BY_NOBODY);
    }

    private Optional<ProjectStandings> read(World now) {
        return keptBy("this build").read(now.definitions(), stores(now));
    }

    private static void assertSame(ProjectStandings some, ProjectStandings others) {
        assertThat(all(some)).isEqualTo(all(others));
        assertThat(some.published()).isEqualTo(others.published());
        assertThat(some.skipped()).isEqualTo(others.skipped());
        assertThat(some.partitions()).isEqualTo(others.partitions());
        AssetKey raw = AssetKey.parse("raw");
        assertThat(some.failedChecks(raw)).isNotEmpty().containsExactlyInAnyOrderElementsOf(others.failedChecks(raw));
    }

    private static Map<AssetStatus, Map<AssetKey, PartitionSet>> all(ProjectStandings standings) {
        Map<AssetStatus, Map<AssetKey, PartitionSet>> all = new HashMap<>();
        for (AssetStatus status : AssetStatus.values()) {
            all.put(status, new TreeMap<>(standings.partitionsWith(status)));
        }
        return all;
    }

    @Test
    void theNextProcessKnowsWhatTheOneBeforeKnew() {
        assertSame(read(world).orElseThrow(), standings(world));
    }

    @Test
    void whatWasRecordedSinceIsFollowed() {
        world.data("raw@2013-02-01", "another").execute(world.plan(world.request("raw", "2013-02-01").with(
                Force.SELECTED)));
        world.at("2013-03-08T03:00:00Z");

        assertSame(read(world).orElseThrow().after(world.now(), Set.of()), standings(world));
    }

    @Test
    void otherDefinitionsAnotherBuildAndAnotherStoreAreNotWhatItIsAbout() {
        World other = project();
        other.materialize("");

        assertThat(keptBy("another build").read(world.definitions(), stores(world))).isEmpty();
        assertThat(read(other)).isEmpty();
        assertThat(read(world)).isPresent();
        assertThat(read(world.code("clean", "2"))).isEmpty();
        assertThat(read(world.code("clean", "1").config("raw", "2"))).isEmpty();
        assertThat(read(world.config("raw", "").check("other", "holds", "now and then"))).isEmpty();
        assertThat(read(world.check("other", "holds", "always").declare(asset("other").reading("clean")))).isEmpty();
    }

    @Test
    void aStoreThatWasRestoredToWhatItWasBeforeIsNoticedWhateverItCameToSince() {
        World restored = project();
        restored.materialize("raw", "2013-01-01");

        assertThat(read(restored)).isEmpty();
        restored.materialize("");
        assertThat(restored.versions().mark().recorded()).isGreaterThanOrEqualTo(world.versions().mark().recorded());
        assertThat(read(restored)).isEmpty();
    }

    @Test
    void whatIsNotAsItWasWrittenIsTakenAway() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(file(), damaged);
            assertThat(read(world)).as("byte %d", at).isEmpty();
            Files.write(file(), Arrays.copyOf(whole, at));
            assertThat(read(world)).as("the first %d bytes", at).isEmpty();
            assertThat(file()).as("the first %d bytes", at).doesNotExist();
        }
        Files.write(file(), Arrays.copyOf(whole, whole.length + 1));
        assertThat(read(world)).isEmpty();
        assertThat(file()).doesNotExist();

        Files.write(file(), whole);
        assertThat(read(world)).isPresent();
    }

    @Test
    void withoutTheFileOrTheFolderNothingIsKept() throws IOException {
        Files.delete(file());

        assertThat(read(world)).isEmpty();
        assertThat(new KeptStandings(folder.resolve("not/there"), "this build").read(world.definitions(), stores(world)))
                .isEmpty();
    }

    @Test
    void whatCannotBeWrittenCostsNothing() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        new KeptStandings(taken, "this build").write(standings(world));

        assertThat(taken).hasContent("a file");
    }

    @Test
    void nothingIsWrittenWhereNothingWasRecordedOrNoCommitTellsHowFarItCame() throws IOException {
        KeptStandings kept = keptBy("this build");
        ProjectStandings same = kept.read(world.definitions(), stores(world)).orElseThrow();
        Files.delete(file());

        kept.write(same);
        assertThat(file()).doesNotExist();
        world.hold("report").release("report");
        kept.write(standings(world));
        assertThat(file()).doesNotExist();
        world.materialize("report");
        world.hold("report");
        kept.write(standings(world));
        assertThat(read(world)).isPresent();
    }
}
