package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLostTest {

    @TempDir
    Path folder;

    private LostProject project;

    @BeforeEach
    void live() throws IOException {
        project = new LostProject(folder, Map.of());
        project.live();
    }

    @Test
    void itIsMadeAnewOutOfTheManifests() throws IOException {
        Map<String, String> before = project.told();
        lose();

        Called rebuilt = project.done("doctor", "--rebuild");

        assertThat(rebuilt.err()).isEmpty();
        assertThat(rebuilt.out()).matches("""
                ✓ Database \\S+ was made anew out of \\d+ manifests: 82 versions, 1 of them rejected; 1 pointer moved by rollbacks, 1 acceptance\\.
                young was old: its versions belong to it\\.
                Of runs nothing is known any more, nor of what failed or was skipped\\.
                1 partition is held, as a rollback was the last that happened there; what you had released is to be released again \\(weir release\\)\\.
                weir doctor --deep looks at every file, weir plan shows what is to be done\\.
                """);
        Map<String, String> after = project.told();
        before.forEach((command, answer) -> assertThat(after.get(command)).as(command).isEqualTo(answer));
        assertThat(project.done("doctor", "--deep").out()).endsWith("All is right.\n");
        assertThat(project.done("runs").out()).isEqualTo("Nothing has been run yet.\n");
    }

    @Test
    void workGoesOnAndNoNumberIsGivenTwice() throws IOException {
        lose();
        project.done("doctor", "--rebuild");

        assertThat(project.done("doctor", "--rebuild").out()).contains("82 versions");
        project.write(project.source().replace("(\"north\", 700)", "(\"north\", 70)"));
        Called materialized = project.done("materialize");

        assertThat(materialized.out()).contains("✓ strict#3");
        assertThat(project.done("plan").out()).contains("Everything is up to date").contains("stock is held at #1");
        assertThat(project.done("materialize", "sales", "--partition", "2013-01-05", "--force").out())
                .contains("sales@2013-01-05#3");
        assertThat(project.done("doctor").out()).endsWith("All is right.\n");
        Called again = project.weir("doctor", "--rebuild");
        assertThat(again.status()).isEqualTo(4);
        assertThat(again.err())
                .isEqualTo("weir: Database %s knows of versions: it is not lost, and nothing was changed. 'weir doctor' tells whether all of it is right\n"
                        .formatted(folder.resolve(".weir/db")));
    }

    @Test
    void nothingIsComputedOverWhatAnotherDatabaseKnew() throws IOException {
        lose();

        Called refused = project.weir("materialize");

        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err())
                .isEqualTo("weir: Database %s remembers nothing, but warehouse %s has been published to: run 'weir doctor --rebuild' to make it anew out of what is there, or name another folder as the warehouse\n"
                        .formatted(folder.resolve(".weir/db"), folder.resolve(".weir/warehouse")));
        lose();
        Called examined = project.weir("doctor");
        assertThat(examined.status()).isEqualTo(1);
        assertThat(examined.out()).contains("There is no database, but warehouse", "weir doctor --rebuild");
        assertThat(project.done("doctor", "--rebuild").out()).contains("82 versions");
    }

    @Test
    void whatWasForgottenIsNotPlannedAsIfItHadNeverBeen() throws IOException {
        String wayOut =
                ", but warehouse %s has been published to: run 'weir doctor --rebuild' to make it anew out of what is there, or name another folder as the warehouse\n"
                        .formatted(folder.resolve(".weir/warehouse"));
        lose();

        for (List<String> command : List.of(List.of("plan"), List.of("why", "base"))) {
            Called without = project.weir(command.toArray(String[]::new));

            assertThat(without.status()).isEqualTo(4);
            assertThat(without.err()).isEqualTo("weir: There is no database" + wayOut);
        }
        project.weir("materialize");

        assertThat(project.weir("plan").err())
                .isEqualTo("weir: Database %s remembers nothing".formatted(folder.resolve(".weir/db")) + wayOut);
    }

    @Test
    void whatWasNotConfirmedCountsAsNeverMadeAndIsClearedAway() throws IOException {
        List<Path> confirmed;
        try (Stream<Path> files = Files.list(folder.resolve(".weir/warehouse/manifests/confirmed"))) {
            confirmed = files.sorted().toList();
        }
        Path last = confirmed.getLast();
        Path pending = folder.resolve(".weir/warehouse/manifests")
                .resolve(last.getFileName().toString().substring(20));
        Files.move(last, pending);
        lose();

        Called rebuilt = project.done("doctor", "--rebuild");

        assertThat(rebuilt.out())
                .contains("There was 1 commit that may have happened without being confirmed: what they made counts as never made.");
        assertThat(pending).doesNotExist();
        assertThat(project.done("doctor", "--deep").out()).endsWith("All is right.\n");
    }

    /// From outside, at moments that a seed decides, once its file is there.
    @Test
    void aRebuildThatIsKilledIsThereWholeOrNotAtAll() throws Exception {
        Map<String, String> before = project.told();
        Random seeded = new Random(6);
        long span = spanOfARebuild();
        int invisible = 0;
        for (int kills = 0; kills < 12; kills++) {
            lose();
            try (Running rebuild = project.running("doctor", "--rebuild")) {
                rebuild.until(() -> Files.exists(folder.resolve(".weir/db/weir.mv.db")));
                LockSupport.parkNanos(seeded.nextLong(span + span / 2));
                rebuild.kill();
            }
            Called materialized = project.weir("materialize", "base", "--only");
            if (materialized.status() == 4) {
                assertThat(materialized.err()).contains("remembers nothing, but warehouse");
                invisible++;
            } else {
                assertThat(materialized.out()).contains("Everything is up to date");
            }
            assertThat(project.done("doctor", "--rebuild").out()).contains("82 versions, 1 of them rejected");
            assertThat(project.done("doctor", "--deep").out()).endsWith("All is right.\n");
        }

        assertThat(invisible).isBetween(1, 11);
        Map<String, String> after = project.told();
        before.forEach((command, answer) -> assertThat(after.get(command)).as(command).isEqualTo(answer));
    }

    // From its file to its end, on this machine.
    private long spanOfARebuild() throws Exception {
        lose();
        try (Running rebuild = project.running("doctor", "--rebuild")) {
            rebuild.until(() -> Files.exists(folder.resolve(".weir/db/weir.mv.db")));
            long began = System.nanoTime();
            assertThat(rebuild.ended().status()).isZero();
            return System.nanoTime() - began;
        }
    }

    private void lose() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".weir/db"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
