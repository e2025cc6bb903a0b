package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.VersionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of a database from which much was removed.
class H2CompactionTest {

    @TempDir
    private Path folder;

    @Test
    void theFileIsSmallerAndEverythingIsThere() throws Exception {
        try (Database database = muchRemoved()) {
            List<String> before = content(database);
            long size = Files.size(file());

            Compacted compacted = database.compact().orElseThrow();

            assertThat(compacted.bytesBefore()).isGreaterThan(4 << 20).isBetween(size - (1 << 20), size + (1 << 20));
            assertThat(compacted.bytesAfter()).isLessThan(compacted.bytesBefore() / 4).isEqualTo(Files.size(file()));
            assertThat(content(database)).isEqualTo(before).hasSize(110);
            assertThat(database.compact()).isEmpty();
            assertThat(files()).containsExactly("weir.mv.db");
        }
        try (Database again = Database.open(folder, "flights")) {
            assertThat(content(again)).hasSize(110);
        }
    }

    @Test
    void nothingIsDoneWhileARunIsUnderWay() throws Exception {
        try (Database database = muchRemoved()) {
            Scenario scenario = new Scenario(database.commits(), database.runs());
            RunLease lease = scenario.running();

            assertThat(database.compact()).isEmpty();

            scenario.publish(lease, Scenario.target("flights", 99));
            end(database, lease);
            assertThat(database.compact()).isPresent();
        }
    }

    @Test
    void aProcessThatIsKilledWhenItIsDoneLosesNothing() throws Exception {
        for (int round = 0; round < 3; round++) {
            List<VersionId> acknowledged = new ArrayList<>();
            try (Child child = Child.start(Compacts.class, folder.toString(), "round_" + round)) {
                for (int published = 0; published < 10; published++) {
                    acknowledged.add(VersionId.parse(String.valueOf(child.line())));
                }
                child.expect("smaller");
                child.kill();
            }
            try (Database database = Database.open(folder, "flights")) {
                assertThat(database.versions().findAll(acknowledged)).hasSize(10);
                assertThat(content(database)).hasSize(10 * (round + 1) + 100 * (round + 1));
                assertThat(database.compact().isPresent()).isFalse();
                assertThat(content(database)).hasSize(10 * (round + 1) + 100 * (round + 1));
                assertThat(files()).containsExactly("weir.mv.db");
            }
        }
    }

    @Test
    void aFileThatWasNotClosedStaysAsItIs() throws Exception {
        Path apart = Files.createDirectory(folder.resolve("apart"));
        Path left = apart.resolve("weir.mv.db");
        try (Database _ = muchRemoved()) {
            Files.copy(file(), left);
        }
        byte[] before = Files.readAllBytes(left);

        new Compaction(apart, left).run();

        assertThat(Files.readAllBytes(left)).isEqualTo(before);
        Database.open(apart, "flights").close();
        new Compaction(apart, left).run();
        assertThat(Files.size(left)).isLessThan(before.length);
    }

    @Test
    void whatAKilledProcessHasLeftGoesThoughTheFileIsSmall() throws Exception {
        try (Database database = Database.open(folder, "flights")) {
            Files.writeString(folder.resolve("weir.mv.db.smaller"), "half of it");
            Files.writeString(folder.resolve("weir.mv.db.smaller.tempFile"), "less");

            assertThat(database.compact()).isEmpty();

            assertThat(files()).containsExactly("weir.mv.db");
        }
    }

    /// From outside, when the files beside have as many bytes as a seed says: while what is in use is copied, and while the copy is made
    /// smaller.
    @Test
    void aProcessThatIsKilledAmidTheCopyLosesNothing() throws Exception {
        List<String> before;
        try (Database database = muchRemoved()) {
            notices(database, 3_000, Micros.of(Scenario.NOON));
            before = content(database);
        }
        byte[] large = Files.readAllBytes(file());
        Random seeded = new Random(4);
        Set<List<String>> left = new HashSet<>();
        for (int kills = 0; kills < 60 && !left.containsAll(List.of(COPYING, SHRINKING)); kills++) {
            Files.write(file(), large);
            Path growing = folder.resolve((kills % 2 == 0 ? COPYING : SHRINKING).getLast());
            long bytes = seeded.nextLong(kills % 2 == 0 ? large.length : 2 << 20);
            try (Child child = Child.start(Shrinks.class, folder.toString())) {
                child.expect("opened");
                child.until(() -> size(growing) > bytes || Files.exists(folder.resolve("done")));
            }
            left.add(files());
            Files.deleteIfExists(folder.resolve("done"));
            try (Database database = Database.open(folder, "flights")) {
                assertThat(content(database)).isEqualTo(before);
                database.compact();
                assertThat(content(database)).isEqualTo(before);
                assertThat(files()).containsExactly("weir.mv.db");
                assertThat(Files.size(file())).isLessThan(large.length / 2);
            }
        }
        assertThat(left).contains(COPYING, SHRINKING);
    }

    /// What is in the folder while it is copied, and while the copy is made smaller.
    private static final List<String> COPYING = List.of("weir.mv.db", "weir.mv.db.smaller");
    private static final List<String> SHRINKING = List.of("weir.mv.db", "weir.mv.db.smaller", "weir.mv.db.smaller.tempFile");

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException notThere) {
            return -1;
        }
    }

    /// Makes the file smaller.
    static final class Shrinks {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Database database = Database.open(folder, "flights");
            System.out.println("opened");
            database.compact();
            Files.createFile(folder.resolve("done"));
            Thread.currentThread().join();
        }
    }

    /// Publishes, removes much, makes the file smaller, and says so.
    static final class Compacts {
        public static void main(String[] arguments) throws Exception {
            Database database = Database.open(Path.of(arguments[0]), "flights");
            Scenario scenario = new Scenario(database.commits(), database.runs());
            RunLease lease = scenario.running();
            for (int ordinal = 0; ordinal < 10; ordinal++) {
                notices(database, 1_000, 0);
                System.out.println(
                        scenario.publish(lease, Scenario.target(arguments[1], ordinal)).id());
            }
            end(database, lease);
            database.history().forgetNotices(Scenario.NOON);
            notices(database, 100, Micros.of(Scenario.NOON));
            System.out.println(database.compact().isPresent() ? "smaller" : "as it was");
            Thread.currentThread().join();
        }
    }

    private Database muchRemoved() {
        Database database = Database.open(folder, "flights");
        Scenario scenario = new Scenario(database.commits(), database.runs());
        RunLease lease = scenario.running();
        for (int ordinal = 0; ordinal < 10; ordinal++) {
            scenario.publish(lease, Scenario.target("flights", ordinal));
            notices(database, 1_000, 0);
        }
        end(database, lease);
        database.history().forgetNotices(Scenario.NOON);
        notices(database, 100, Micros.of(Scenario.NOON));
        return database;
    }

    private static void end(Database database, RunLease lease) {
        assertThat(database.runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, Scenario.NOON, Optional.empty()))
                .isTrue();
    }

    static void notices(Database database, int count, long at) {
        int _ = database.sessions().transaction(Durability.PROMISED, session -> session.update(
                "INSERT INTO outbox (dedupe_key, kind, payload, created_at, tries)"
                        + " SELECT CAST(RANDOM_UUID() AS VARCHAR), 'step_failed', RPAD('', 900, RANDOM_UUID()), ?, 0"
                        + " FROM SYSTEM_RANGE(1, ?)",
                at,
                count));
    }

    static List<String> content(Database database) {
        return database.sessions().read(session -> session.query(
                "SELECT dedupe_key || payload FROM outbox UNION ALL SELECT CAST(id AS VARCHAR) || asset || ordinal FROM version ORDER BY 1",
                row -> row.getString(1)));
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path file() {
        return folder.resolve("weir.mv.db");
    }
}
