package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {

    private final Path folder;
    private final Warehouse warehouse;
    private final Groups groups;
    private final GroupFiles groupFiles;
    private final RunId run;

    ManifestReaderTest(@TempDir Path folder) {
        this.folder = folder;
        warehouse = Warehouse.open(folder, "flights");
        groups = new Groups(warehouse);
        groupFiles = warehouse.groupFiles(Groups::keyOf, CrashPoints.NONE);
        run = groups.run();
    }

    @Test
    void everythingIsReadBackAsItWasWritten() throws IOException {
        Version raw = groups.staged(run, "raw/flights", 3, "one", "two");
        Version report = with(
                groups.version(
                        run,
                        "report",
                        0,
                        new Content.Json("{\"text\": \"a\\nb 'é' \uD83D\uDE00\"}"),
                        new InputUse.Exact(raw.target().asset(), 3, raw.id()),
                        new InputUse.Many(AssetKey.parse("days"), PartitionSet.range(-2, 400), 17, Groups.digest("d"))),
                Instant.parse("2026-03-01T12:00:00.000123456Z"),
                VersionState.PUBLISHED);
        Version bad = with(
                groups.version(run, "bad", 0, new Content.Nothing()), Instant.EPOCH, VersionState.REJECTED);
        Verdict failed = verdict(CheckResult.of(false)
                .with("airports", 2L)
                .with("share", 0.5)
                .with("note", "näh")
                .severity(CheckSeverity.WARN)
                .sample(Map.of("origin", "EWR")));
        Verdict passed = verdict(CheckResult.of(true));
        CommitGroup group = groups.group(
                run,
                List.of(
                        Groups.rejected(bad, failed),
                        Groups.published(raw, passed),
                        Groups.published(report),
                        new StepResult.Audited(raw.target(), raw.id(), List.of(failed), Groups.timing(), "changed")));

        groupFiles.prepare(group);
        groupFiles.committed(group, new Committed(40));

        Segment segment = new Segment(group.id(), run, EnvironmentName.MAIN, Groups.NOON, 4, 2);
        assertThat(read())
                .containsExactly(
                        new ManifestEntry.Made(
                                segment, bad, PartitionKey.UNPARTITIONED, List.of(failed), new Making(Groups.timing().took(), "missing"), OptionalLong.empty()),
                        new ManifestEntry.Made(
                                segment, raw, new PartitionKey("p3"), List.of(passed), new Making(Groups.timing().took(), "missing"), OptionalLong.of(40)),
                        new ManifestEntry.Made(
                                segment, report, PartitionKey.UNPARTITIONED, List.of(), new Making(Groups.timing().took(), "missing"), OptionalLong.of(41)),
                        new ManifestEntry.Audited(
                                segment,
                                new AssetPartition(AssetKey.parse("raw/flights"), 3),
                                new PartitionKey("p3"),
                                raw.id(),
                                List.of(failed)));
    }

    @Test
    void theCommitOfTheProjectIsReadBack() {
        Optional<Revision> revision = Optional.of(new Revision("4b825dc642cb6eb9a060e54bf8d69288fbee4904", Revision.Tree.CHANGED));
        GroupFiles ofRepository = warehouse.groupFiles(Groups::keyOf, CrashPoints.NONE, revision);
        CommitGroup group = groups.publishing(run, groups.version(run, "a", 0, new Content.Nothing()));

        ofRepository.prepare(group);
        ofRepository.committed(group, new Committed(1));

        assertThat(read()).extracting(entry -> entry.segment().revision()).containsExactly(revision);
    }

    @Test
    void groupsAreReadInTheOrderOfTheirCommits() {
        CommitGroup first = groups.publishing(run, groups.version(run, "a", 0, new Content.Nothing()));
        CommitGroup second = groups.publishing(run, groups.version(run, "b", 0, new Content.Nothing()));
        groupFiles.prepare(first);
        groupFiles.prepare(second);

        groupFiles.committed(first, new Committed(10));
        groupFiles.committed(second, new Committed(9));

        assertThat(read()).extracting(entry -> entry.segment().group()).containsExactly(second.id(), first.id());
    }

    @Test
    void whatIsNotKnownToBeCommittedIsNotRead() {
        groupFiles.prepare(groups.publishing(run, groups.version(run, "a", 0, new Content.Nothing())));

        assertThat(read()).isEmpty();
    }

    @Test
    void aDamagedSegmentIsNamedWithTheLine() throws IOException {
        CommitGroup group = groups.publishing(
                run,
                groups.version(run, "a", 0, new Content.Nothing()),
                groups.version(run, "b", 0, new Content.Nothing()));
        groupFiles.prepare(group);
        groupFiles.committed(group, new Committed(1));
        Path segment = folder.resolve("manifests/confirmed/0000000000000000001-%s.jsonl".formatted(group.id()));
        String whole = Files.readString(segment);
        Files.writeString(segment, whole.substring(0, whole.length() - 100));

        assertThatThrownBy(this::read)
                .hasMessage("Manifest %s is damaged at line 3: restore it from a copy".formatted(segment));
    }

    private List<ManifestEntry> read() {
        List<ManifestEntry> entries = new ArrayList<>();
        warehouse.manifests().forEachCommitted(entries::add);
        return entries;
    }

    private static Verdict verdict(CheckResult result) {
        return new Verdict(
                new CheckKey(AssetKey.parse("raw/flights"), "all_airports"),
                Groups.digest("check"),
                CheckSeverity.ERROR,
                "Every airport reports",
                result,
                Duration.ofMillis(12));
    }

    private static Version with(Version version, Instant createdAt, VersionState state) {
        return new Version(
                version.id(),
                version.target(),
                123_456_789_012L,
                state,
                new Version.Origin(version.origin().run(), 3, 9, createdAt),
                version.digests(),
                version.content(),
                version.inputs(),
                Map.of("mean", 1.5, "rows", 3L, "is_full", true, "note", "x\"y"),
                Map.of("team", "ops", "a", "b"),
                "");
    }
}
