package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.Problem;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import dev.weir.materializer.warehouse.Publishing.Database;
import dev.weir.materializer.warehouse.Recovery.Recovered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {

    private static final Recovered NOTHING = new Recovered(0, 0, 0, 0, List.of());

    private final Path folder;
    private final Warehouse warehouse;
    private final Groups groups;
    private final GroupFiles files;
    private final RunId run;
    private final Database database = new Database();

    RecoveryTest(@TempDir Path folder) {
        this.folder = folder;
        warehouse = Warehouse.open(folder, "flights");
        groups = new Groups(warehouse);
        files = warehouse.groupFiles(Groups::keyOf, CrashPoints.NONE);
        run = groups.run();
    }

    @Test
    void whatADeadRunPreparedAndDidNotCommitGoes() throws IOException {
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one", "two")));
        groups.staged(run, "delays", 4, "never prepared");
        database.ended.add(run);

        assertThat(recover()).isEqualTo(new Recovered(0, 1, 2, 1, List.of()));
        assertThat(filesIn("objects")).isEmpty();
        assertThat(filesIn("staging")).isEmpty();
        assertThat(filesIn("manifests")).isEmpty();
        assertThat(recover()).isEqualTo(NOTHING);
    }

    @Test
    void aFolderOfADeadRunGoesWithAllThatIsInIt() throws IOException {
        CommitGroup kept = groups.publishing(run, groups.stagedFolder(run, "model", 3, "a", "b/c"));
        files.prepare(kept);
        files.committed(kept, database.commit(kept));
        files.prepare(groups.publishing(run, groups.stagedFolder(run, "model", 3, "a", "b/c", "b/d/e")));
        database.ended.add(run);

        assertThat(recover()).isEqualTo(new Recovered(0, 1, 3, 1, List.of()));
        assertThat(filesIn("objects")).hasSize(2).allMatch(file -> file.endsWith("/a") || file.endsWith("/b/c"));
        try (Stream<Path> folders = Files.list(folder.resolve("objects/model/p3"))) {
            assertThat(folders).hasSize(1);
        }
    }

    @Test
    void aCommitThatNobodyHeardOfIsConfirmed() throws IOException {
        CommitGroup group = groups.publishing(run, groups.staged(run, "delays", 3, "one"));
        files.prepare(group);
        database.commit(group);
        database.ended.add(run);

        assertThat(recover()).isEqualTo(new Recovered(1, 0, 0, 1, List.of()));
        assertThat(filesIn("objects")).hasSize(1);
        assertThat(filesIn("manifests"))
                .containsExactly("manifests/confirmed/0000000000000000001-%s.jsonl".formatted(group.id()));
    }

    @Test
    void nothingOfARunThatGoesOnIsTouched() throws IOException {
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));
        List<String> before = filesIn("");

        assertThat(recover()).isEqualTo(NOTHING);
        assertThat(filesIn("")).isEqualTo(before);
    }

    @Test
    void anObjectThatACommittedVersionSharesStays() throws IOException {
        CommitGroup kept = groups.publishing(run, groups.staged(run, "delays", 3, "one"));
        files.prepare(kept);
        files.committed(kept, database.commit(kept));
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one", "two")));
        database.ended.add(run);

        assertThat(recover().objects()).isEqualTo(1);
        assertThat(warehouse.objects().locate(fileOf(kept))).hasContent("one");
    }

    @Test
    void anObjectThatARunAtWorkIsAboutToCommitStays() throws IOException {
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));
        database.ended.add(run);
        RunId other = groups.run();
        CommitGroup about = groups.publishing(other, groups.staged(other, "delays", 3, "one"));
        files.prepare(about);

        assertThat(recover()).isEqualTo(new Recovered(0, 1, 0, 1, List.of()));
        assertThat(warehouse.objects().locate(fileOf(about))).hasContent("one");
    }

    @Test
    void aStoreThatDoesNotAnswerLeavesEverythingAsItIs() throws IOException {
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));
        List<String> before = filesIn("");
        Recovery recovery = warehouse.recovery(
                ended -> true,
                group -> {
                    throw new IllegalStateException("connection lost");
                },
                _ -> {},
                CrashPoints.NONE);

        assertThatThrownBy(recovery::run).hasMessage("connection lost");
        assertThat(filesIn("")).isEqualTo(before);
    }

    @Test
    void aSegmentThatNamesWhatIsNoObjectRemovesNothing() throws IOException {
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));
        database.ended.add(run);
        Path segment = folder.resolve(filesIn("manifests").getFirst());
        String path = "view/main/delays.json";
        Path shown = Files.createDirectories(folder.resolve("view/main")).resolve("delays.json");
        Files.writeString(shown, "what readers see");
        Files.writeString(segment, Files.readString(segment).replaceFirst("objects/[^\"]+", path));

        Recovered recovered = recover();

        assertThat(recovered.problems())
                .extracting(Problem::message)
                .containsExactly("'%s' is not the path of an object in warehouse %s: whatever names it was not written by Weir"
                        .formatted(path, folder));
        assertThat(shown).exists();
    }

    @Test
    void besideADamagedSegmentNothingIsRemoved() throws IOException {
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));
        database.ended.add(run);
        Path damaged = folder.resolve("manifests/confirmed/0000000000000000001-%s.jsonl".formatted(run));
        Files.writeString(damaged, "{\"format\":1,\"lines\":3,\"files\":1}\n{\"asset\"");

        Recovered recovered = recover();

        assertThat(recovered.problems())
                .extracting(Problem::message)
                .containsExactly("Manifest %s is damaged at line 2: restore it from a copy".formatted(damaged));
        assertThat(recovered.discarded()).isZero();
        assertThat(filesIn("objects")).hasSize(1);
    }

    /// A process that was taken for dead looks for its manifest under the lock before it places files: if it still found
    /// it when the files are gone, it would place them again, and no manifest would name them in the end.
    @Test
    void aManifestGoesUnderTheSameLockAsItsFiles() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(InstantSource.fixed(Groups.NOON));
        List<Boolean> free = new ArrayList<>();
        Warehouse recovering = disk.open(
                (operation, file) -> {
                    if (operation.equals("delete") && file.toString().endsWith(".jsonl")) {
                        free.add(disk.lock(SimulatedDisk.root().resolve("weir-warehouse.lock")).isFree(Sharing.SHARED));
                    }
                },
                DiskFlaw.NONE);
        Groups made = new Groups(recovering);
        recovering
                .groupFiles(Groups::keyOf, CrashPoints.NONE)
                .prepare(made.publishing(run, made.staged(run, "delays", 3, "one")));

        recovering.recovery(_ -> true, _ -> Optional.empty(), _ -> {}, CrashPoints.NONE).run();

        assertThat(free).containsExactly(false);
        assertThat(disk.filesBelow("objects")).isEmpty();
    }

    @Test
    void strangeFilesAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("manifests/notes.txt"), "mine");
        Files.createDirectories(folder.resolve("staging/mine"));

        assertThat(recover()).isEqualTo(NOTHING);
        assertThat(folder.resolve("staging/mine")).exists();
    }

    /// Stops at each place in the code by name, then recovers, as a process does that starts after one that died.
    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"P2_.*", "P5_.*", "P6_.*", "P7_.*"})
    void whereverAPublicationStopsRecoveryLeavesWhatWasCommitted(CrashPoint point) throws IOException {
        boolean stopped = !completes(reached -> stopAt(point, reached));

        Recovered _ = recover();

        assertThat(stopped).isTrue();
        assertThat(filesIn("staging")).isEmpty();
        assertThat(filesIn("objects")).hasSize(database.groups.isEmpty() ? 0 : 1);
        assertThat(filesIn("manifests")).hasSize(database.groups.size()).allMatch(name -> name.contains("confirmed"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"R.*", "P7_SEGMENT_CONFIRMED"})
    void recoveryIsTakenUpWhereverItStopped(CrashPoint point) throws IOException {
        CommitGroup committed = groups.publishing(run, groups.staged(run, "delays", 3, "one"));
        files.prepare(committed);
        database.commit(committed);
        files.prepare(groups.publishing(run, groups.staged(run, "delays", 4, "two")));
        database.ended.add(run);
        Recovery dying = warehouse.recovery(
                database::hasEnded, database::committed, _ -> {}, reached -> stopAt(point, reached));

        assertThatThrownBy(dying::run).isInstanceOf(Stop.class);
        Recovered _ = recover();

        assertThat(filesIn("staging")).isEmpty();
        assertThat(filesIn("objects")).containsExactly(fileOf(committed).path());
        assertThat(filesIn("manifests")).hasSize(1);
    }

    @Test
    void everyPlaceOfPublishingHasItsName() throws IOException {
        Set<CrashPoint> reached = EnumSet.noneOf(CrashPoint.class);

        boolean _ = completes(reached::add);

        assertThat(reached)
                .containsExactly(
                        CrashPoint.P2_STAGING_CREATED,
                        CrashPoint.P2_FILE_SYNCED,
                        CrashPoint.P2_FILE_NAMED,
                        CrashPoint.P5_SEGMENT_DURABLE,
                        CrashPoint.P5_OBJECT_PLACED,
                        CrashPoint.P5_OBJECTS_PLACED,
                        CrashPoint.P5_FOLDERS_SYNCED,
                        CrashPoint.P6_BEFORE_COMMIT,
                        CrashPoint.P6_COMMITTED,
                        CrashPoint.P7_SEGMENT_CONFIRMED,
                        CrashPoint.P7_STAGING_REMOVED);
    }

    private static final class Stop extends RuntimeException {}

    private static void stopAt(CrashPoint point, CrashPoint reached) {
        if (reached == point) {
            throw new Stop();
        }
    }

    private boolean completes(CrashPoints crashPoints) throws IOException {
        try {
            new Publishing(database, crashPoints).first(warehouse);
            return true;
        } catch (Stop stop) {
            return false;
        }
    }

    private Recovered recover() {
        return warehouse
                .recovery(database::hasEnded, database::committed, _ -> {}, CrashPoints.NONE)
                .run();
    }

    private static DataFile fileOf(CommitGroup group) {
        Version version = SegmentWriter.versionsOf(group).getFirst();
        return version.content().dataFiles().getFirst();
    }

    private List<String> filesIn(String path) throws IOException {
        try (Stream<Path> entries = Files.walk(folder.resolve(path))) {
            return entries.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
