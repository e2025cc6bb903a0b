package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DurabilityTest {

    @TempDir
    private static Path folder;

    /// All rounds have one database, so that each begins on what a killed process left.
    @RepeatedTest(3)
    void aProcessThatIsKilledLosesNothingItWasToldIsCommitted(RepetitionInfo round) throws Exception {
        List<VersionId> acknowledged = new ArrayList<>();
        try (Child child = Child.start(Publishes.class, folder.toString(), "round_" + round.getCurrentRepetition())) {
            while (acknowledged.size() < 25 + 13 * round.getCurrentRepetition()) {
                acknowledged.add(VersionId.parse(String.valueOf(child.line())));
            }
            child.kill();
            for (String line = child.line(); line != null && line.length() == 36; line = child.line()) {
                acknowledged.add(VersionId.parse(line));
            }
        }

        try (Database database = Database.open(folder, "flights")) {
            List<CurrentVersion> current = database.versions().current(EnvironmentName.MAIN);
            assertThat(current).extracting(each -> each.version().id()).containsAll(acknowledged);
            assertThat(database.versions().publishedAfter(EnvironmentName.MAIN, 0, 100_000))
                    .hasSameSizeAs(current)
                    .hasSize((int) database.versions().sequence());
            assertThat(database.runs().reap(Scenario.NOON)).hasSize(1);
        }
    }

    /// What a killed process leaves is the file as it is at that moment, so a copy of it stands for a kill. All rounds have
    /// one database, whose free places differ from one to the next.
    @Test
    void whateverIsCommittedIsFoundInTheFileAsItIs(@TempDir Path apart) throws Exception {
        Path killed = apart.resolve("killed");
        for (int round = 0; round < 8; round++) {
            try (Database database = Database.open(apart.resolve("alive"), "flights")) {
                Scenario scenario = new Scenario(database.commits(), database.runs());
                RunLease lease = scenario.running();
                for (int ordinal = 0; ordinal < 12; ordinal++) {
                    VersionId published = scenario.publish(lease, Scenario.target("flights_" + ordinal % 3, ordinal)).id();
                    Files.createDirectories(killed);
                    Files.copy(
                            apart.resolve("alive/weir.mv.db"),
                            killed.resolve("weir.mv.db"),
                            StandardCopyOption.REPLACE_EXISTING);
                    try (Database copy = Database.open(killed, "flights")) {
                        assertThat(copy.versions().find(published))
                                .as("publication %d of round %d", ordinal, round)
                                .isPresent();
                    }
                }
            }
        }
    }

    /// Publishes one version after the other and prints the id of each that is committed.
    static final class Publishes {
        public static void main(String[] arguments) {
            Database database = Database.open(Path.of(arguments[0]), "flights");
            Scenario scenario = new Scenario(database.commits(), database.runs());
            RunLease lease = scenario.running();
            for (int ordinal = 0; ; ordinal++) {
                System.out.println(
                        scenario.publish(lease, Scenario.target(arguments[1], ordinal)).id());
            }
        }
    }
}
