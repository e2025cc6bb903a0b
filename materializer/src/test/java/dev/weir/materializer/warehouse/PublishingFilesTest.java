package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingFilesTest {

    private final Path folder;
    private final Warehouse warehouse;
    private final Groups groups;
    private final GroupFiles groupFiles;
    private final RunId run;

    PublishingFilesTest(@TempDir Path folder) {
        this.folder = folder;
        warehouse = Warehouse.open(folder, "flights");
        groups = new Groups(warehouse);
        groupFiles = warehouse.groupFiles(Groups::keyOf, CrashPoints.NONE);
        run = groups.run();
    }

    @Test
    void anObjectIsNamedAfterItsAssetItsPartitionAndItsBytes() {
        assertThat(ObjectStore.objectPath(
                        AssetKey.parse("warehouse/delays"), new PartitionKey("2013-01-15"), 2, Groups.digest("x")))
                .isEqualTo("objects/warehouse~delays/2013-01-15/part-2-%s.parquet".formatted(Groups.digest("x")));
    }

    /// As when this process was paused for longer than its lease.
    @Test
    void aSegmentThatRecoveryConfirmsMeanwhileIsConfirmed() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(InstantSource.fixed(Groups.NOON));
        List<Runnable> event = new ArrayList<>();
        Warehouse paused = disk.open((operation, _) -> meanwhile(operation, event), DiskFlaw.NONE);
        Warehouse other = disk.open((_, _) -> {}, DiskFlaw.NONE);
        Groups made = new Groups(paused);
        CommitGroup group = made.publishing(run, made.staged(run, "delays", 3, "one"));
        GroupFiles files = paused.groupFiles(Groups::keyOf, CrashPoints.NONE);
        files.prepare(group);
        event.add(() -> other.recovery(_ -> true, _ -> Optional.of(new Committed(1)), _ -> {}, CrashPoints.NONE).run());

        files.committed(group, new Committed(1));

        assertThat(event).isEmpty();
        assertThat(disk.filesBelow("manifests"))
                .containsExactly("manifests/confirmed/0000000000000000001-%s.jsonl".formatted(group.id()));
    }

    private static void meanwhile(String operation, List<Runnable> event) {
        if (operation.startsWith("move") && !event.isEmpty()) {
            event.removeFirst().run();
        }
    }

    @Test
    void aPreparedGroupHasItsObjectsInPlaceAndItsSegmentPending() throws IOException {
        Version delays = groups.staged(run, "delays", 3, "one", "two");
        CommitGroup group = groups.publishing(run, delays);

        groupFiles.prepare(group);

        DataFile second = delays.content().dataFiles().get(1);
        assertThat(warehouse.objects().locate(second)).hasContent("two");
        assertThat(Files.getPosixFilePermissions(warehouse.objects().locate(second)))
                .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
        assertThat(filesIn("manifests")).containsExactly("manifests/%s.jsonl".formatted(group.id()));
    }

    @Test
    void aCommittedGroupsSegmentIsFiledUnderItsSequenceNumber() throws IOException {
        CommitGroup group = groups.publishing(run, groups.staged(run, "delays", 3, "one"));
        groupFiles.prepare(group);

        groupFiles.committed(group, new Committed(41));

        assertThat(filesIn("manifests"))
                .containsExactly("manifests/confirmed/0000000000000000041-%s.jsonl".formatted(group.id()));
    }

    @Test
    void whatWasStagedCanBeReadUntilTheRunHasEnded() throws IOException {
        Version delays = groups.staged(run, "delays", 3, "one");
        CommitGroup group = groups.publishing(run, delays);
        DataFile file = delays.content().dataFiles().getFirst();

        groupFiles.prepare(group);

        assertThat(warehouse.objects().staged(run, delays.id()).locate(file)).hasContent("one");
        groupFiles.committed(group, new Committed(1));
        warehouse.objects().endRun(run);
        assertThat(filesIn("staging")).isEmpty();
        assertThat(warehouse.objects().locate(file)).hasContent("one");
    }

    @Test
    void aGroupIsPreparedAgainWithoutHarm() throws IOException {
        Version delays = groups.staged(run, "delays", 3, "one");
        CommitGroup group = groups.publishing(run, delays);

        groupFiles.prepare(group);
        groupFiles.prepare(group);
        groupFiles.committed(group, new Committed(1));
        groupFiles.committed(group, new Committed(1));

        assertThat(filesIn("manifests")).hasSize(1);
        assertThat(filesIn("objects")).hasSize(1);
        assertThat(filesIn("staging")).hasSize(1);
    }

    @Test
    void equalBytesOfOnePartitionAreOneObject() throws IOException {
        groupFiles.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));
        groupFiles.prepare(groups.publishing(run, groups.staged(run, "delays", 3, "one")));

        assertThat(filesIn("objects")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cont", "c0ntent"})
    void aDamagedObjectIsHealedByThePublicationOfEqualBytes(String damaged) throws IOException {
        Version first = groups.staged(run, "delays", 3, "content");
        groupFiles.prepare(groups.publishing(run, first));
        Path object = warehouse.objects().locate(first.content().dataFiles().getFirst());
        Files.delete(object);
        Files.writeString(object, damaged);
        Version again = groups.staged(run, "delays", 3, "content");

        groupFiles.prepare(groups.publishing(run, again));

        assertThat(object).hasContent("content");
        assertThat(warehouse.objects().staged(run, again.id()).locate(again.content().dataFiles().getFirst()))
                .hasContent("content");
        assertThat(filesIn("objects")).hasSize(1);
    }

    @Test
    void rejectedVersionsKeepTheirObjectsToo() throws IOException {
        Version bad = groups.staged(run, "delays", 3, "bad");

        groupFiles.prepare(groups.group(run, List.of(Groups.rejected(bad))));

        assertThat(warehouse.objects().locate(bad.content().dataFiles().getFirst())).hasContent("bad");
    }

    @Test
    void aGroupWithoutVersionsTouchesNoFile() throws IOException {
        List<String> before = filesIn("");

        groupFiles.prepare(groups.group(run, List.of()));

        assertThat(filesIn("")).isEqualTo(before);
    }

    @Test
    void aMissingOrTruncatedObjectIsNamedWithTheWayOut() throws IOException {
        Version delays = groups.staged(run, "delays", 3, "one");
        DataFile file = delays.content().dataFiles().getFirst();

        assertThatThrownBy(() -> warehouse.objects().locate(file))
                .hasMessage(
                        "%s is missing from warehouse %s: restore it from a copy, or materialize its asset with --force"
                                .formatted(file.path(), folder));

        groupFiles.prepare(groups.publishing(run, delays));
        Path object = warehouse.objects().locate(file);
        Files.delete(object);
        Files.writeString(object, "x");

        assertThatThrownBy(() -> warehouse.objects().locate(file))
                .hasMessage(
                        "%s in warehouse %s has 1 bytes where 3 were written: restore it from a copy, or materialize its asset with --force"
                                .formatted(file.path(), folder));
    }

    @Test
    void nothingIsPlacedForARunThatWasCleanedUpAfter() throws IOException {
        CommitGroup group = groups.publishing(run, groups.staged(run, "delays", 3, "one"));
        GroupFiles late = warehouse.groupFiles(Groups::keyOf, point -> deleteSegment(group));

        assertThatThrownBy(() -> late.prepare(group)).isInstanceOf(RunLostException.class);
        assertThat(filesIn("objects")).isEmpty();
    }

    @Test
    void aGroupWithoutFilesTakesNoLockAndPlacesNothing() throws IOException {
        List<String> operations = new ArrayList<>();
        SimulatedDisk disk = new SimulatedDisk(InstantSource.fixed(Groups.NOON));
        GroupFiles files = disk.open((operation, _) -> operations.add(operation), DiskFlaw.NONE)
                .groupFiles(Groups::keyOf, CrashPoints.NONE);
        operations.clear();

        files.prepare(groups.publishing(run, groups.version(run, "total", 0, new Content.Json("3"))));

        assertThat(operations).isNotEmpty().doesNotContain("lock");
        assertThat(disk.filesBelow("objects")).isEmpty();
    }

    private void deleteSegment(CommitGroup group) {
        try {
            Files.deleteIfExists(folder.resolve("manifests/%s.jsonl".formatted(group.id())));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
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
