package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.LONG;
import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.digest;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.verdict;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.LastMade;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a [dev.weir.materializer.version.VersionStore] promises: versions come back as they were committed, and
/// every question about now, then and who read what has one answer.
public interface VersionStoreContract extends StoreContract {

    AssetKey DAILY = AssetKey.parse("daily");
    EnvironmentName MAIN = EnvironmentName.MAIN;

    @Test
    default void anEmptyStoreHasNothing() {
        assertThat(versions().sequence()).isZero();
        assertThat(versions().current(MAIN)).isEmpty();
        assertThat(versions().current(MAIN, DAILY, Optional.empty())).isEmpty();
        assertThat(versions().find(new VersionId(Scenario.id()))).isEmpty();
        assertThat(versions().versionsOf(target("daily", 1))).isEmpty();
        assertThat(versions().currentAsOf(MAIN, DAILY, PartitionSet.of(1), 9)).isEmpty();
        assertThat(versions().readersOf(new VersionId(Scenario.id()))).isEmpty();
    }

    @Test
    default void currentVersionsComeInOrderOfAssetAndOrdinal() {
        RunLease lease = scenario().running();
        Version second = scenario().publish(lease, target("daily", 4));
        Version first = scenario().publish(lease, target("daily", -4));
        Version third = scenario().publish(lease, target("daily/late", 0));
        scenario().publish(scenario().running(new EnvironmentName("dev"), LONG), target("daily", 5));

        assertThat(versions().current(MAIN))
                .containsExactly(
                        new CurrentVersion(first, 2), new CurrentVersion(second, 1), new CurrentVersion(third, 3));
        assertThat(versions().current(MAIN, DAILY, Optional.empty()))
                .containsExactly(new CurrentVersion(first, 2), new CurrentVersion(second, 1));
        assertThat(versions().current(MAIN, DAILY, Optional.of(PartitionSet.of(-9, 0, 4))))
                .containsExactly(new CurrentVersion(second, 1));
        assertThat(versions().current(MAIN, DAILY, Optional.of(PartitionSet.EMPTY)))
                .isEmpty();
        assertThat(versions().current(MAIN, DAILY, Optional.of(PartitionSet.range(0, Integer.MAX_VALUE - 1))))
                .containsExactly(new CurrentVersion(second, 1));
        assertThat(versions().published(MAIN, DAILY, VersionStore.Published.ALL))
                .isEqualTo(PartitionSet.of(-4, 4));
        assertThat(versions().published(MAIN, DAILY, VersionStore.Published.TAINTED))
                .isEqualTo(PartitionSet.EMPTY);
        assertThat(versions().published(MAIN, AssetKey.parse("never"), VersionStore.Published.ALL))
                .isEqualTo(PartitionSet.EMPTY);
    }

    @Test
    default void someOfManyPartitionsAreAskedForAtOnce() {
        RunLease lease = scenario().running();
        Version first = scenario().publish(lease, target("daily", 1));
        Version second = scenario().publish(lease, target("daily", 2));
        scenario().publish(lease, target("daily", 4));
        Version other = scenario().publish(lease, target("daily/late", 0));
        Version rejected = scenario().reject(scenario().running(), target("daily", 2));
        scenario().reject(scenario().running(), target("daily", 4));
        Map<AssetKey, PartitionSet> some = Map.of(
                DAILY, PartitionSet.of(0, 1, 2, 9),
                AssetKey.parse("daily/late"), PartitionSet.of(0),
                AssetKey.parse("never"), PartitionSet.of(0));

        assertThat(versions().current(MAIN, some, Progress.UNSEEN))
                .containsExactlyInAnyOrder(
                        new CurrentVersion(first, 1), new CurrentVersion(second, 2), new CurrentVersion(other, 4));
        assertThat(versions().current(MAIN, Map.of(DAILY, PartitionSet.range(2 - 30_000, 2)), Progress.UNSEEN))
                .containsExactlyInAnyOrder(new CurrentVersion(first, 1), new CurrentVersion(second, 2));
        assertThat(versions().published(MAIN, some, VersionStore.Published.ALL))
                .isEqualTo(Map.of(DAILY, PartitionSet.of(1, 2), AssetKey.parse("daily/late"), PartitionSet.of(0)));
        assertThat(versions().published(MAIN, some, VersionStore.Published.TAINTED)).isEmpty();
        assertThat(versions().standingRejections(MAIN, some)).containsExactly(rejected);
        assertThat(versions().current(new EnvironmentName("dev"), some, Progress.UNSEEN)).isEmpty();
    }

    @Test
    default void whatWasTouchedBetweenTwoMarksIsTold() {
        scenario().publish(scenario().running(), target("daily", 1));
        StoreMark before = versions().mark();
        scenario().publish(scenario().running(), target("daily", 2));
        scenario().reject(scenario().running(), target("daily", 3));
        scenario().publish(scenario().running(new EnvironmentName("dev"), LONG), target("daily", 5));
        StoreMark between = versions().mark();
        RunLease lease = scenario().running();
        scenario().commit(lease, new StepResult.Failed(target("daily", 4), 1, "no luck", Scenario.TIMING, "it is missing"));

        assertThat(versions().touchedBetween(MAIN, before, between)).contains(Map.of(DAILY, PartitionSet.of(2, 3)));
        assertThat(versions().touchedBetween(MAIN, between, versions().mark())).contains(Map.of(DAILY, PartitionSet.of(4)));
        assertThat(versions().touchedBetween(MAIN, between, between)).contains(Map.of());
    }

    @Test
    default void aCommitTellsHowFarTheStoreHadComeWithIt() {
        StoreMark empty = versions().mark();
        scenario().publish(scenario().running(), target("daily", 1));
        StoreMark first = versions().mark();
        scenario().commit(
                scenario().running(), new StepResult.Failed(target("daily", 4), 1, "no luck", Scenario.TIMING, "it is missing"));
        StoreMark second = versions().mark();

        assertThat(versions().commitAt(first)).isPresent();
        assertThat(versions().commitAt(second)).isPresent().isNotEqualTo(versions().commitAt(first));
        assertThat(versions().commitAt(empty)).isEmpty();
        assertThat(versions().commitAt(new StoreMark(second.sequence(), second.recorded() + 1))).isEmpty();
    }

    @Test
    default void aVersionIsFoundByIdAndByNumber() {
        Version first = scenario().publish(scenario().running(), target("daily", 1));
        Version second = scenario().publish(scenario().running(), target("daily", 1));

        assertThat(versions().find(first.id())).contains(first);
        assertThat(versions().find(first.target(), 2)).contains(second);
        assertThat(versions().find(first.target(), 3)).isEmpty();
        assertThat(versions().versionsOf(first.target())).containsExactly(second, first);
        assertThat(versions().findAll(List.of(second.id(), new VersionId(Scenario.id()), first.id())))
                .containsExactlyInAnyOrder(first, second);
    }

    static List<Content> contents() {
        Schema schema = new Schema(List.of(
                new Column("origin", ColumnType.STRING, Nullability.NOT_NULL),
                new Column("at", ColumnType.INSTANT, Nullability.NULLABLE),
                new Column("stops", ColumnType.parse("LIST(STRUCT(fee DECIMAL(6,2)))"), Nullability.NULLABLE)));
        return List.of(
                new Content.Nothing(),
                new Content.Json("{\"mean\": 1.5, \"name\": \"Zürich \\u0000\"}"),
                new Content.OneFile(new DataFile("objects/daily/1/file-ab.onnx", 1_234, 0, digest(8))),
                new Content.Folder(
                        "objects/daily/1/folder-cd",
                        List.of(
                                new DataFile("objects/daily/1/folder-cd/a b.txt", 1, 0, digest(8)),
                                new DataFile("objects/daily/1/folder-cd/sub/c", 2, 0, digest(9)))),
                new Content.TableFiles(schema, List.of()),
                new Content.TableFiles(
                        schema,
                        List.of(
                                new DataFile("objects/daily/1/part-0-ab.parquet", 1_234, 10, digest(8)),
                                new DataFile("objects/daily/1/part-1-cd.parquet", 5_000_000_000L, 20, digest(9)))));
    }

    @ParameterizedTest
    @MethodSource("contents")
    default void aVersionComesBackAsItWasCommitted(Content content) {
        RunLease lease = scenario().running();
        Version input = scenario().publish(lease, target("raw", -7));
        Version plain = version(lease, scenario().claim(lease, target("daily", 1)));
        Version version = new Version(
                plain.id(),
                plain.target(),
                plain.number(),
                plain.state(),
                new Version.Origin(lease.run(), 2, plain.origin().epoch(), NOON),
                plain.digests(),
                content,
                List.of(
                        reading(input),
                        new InputUse.Many(AssetKey.parse("raw"), PartitionSet.range(-7, 300), 1, digest(5)),
                        reading(input)),
                Map.of("note", "a \"quoted\"\nline", "rows", 3L, "mean", 0.25, "sampled", true),
                Map.of("team", "ops", "tier", "gold"),
                "restated");

        Scenario.expectCommitted(scenario().commit(lease, published(version)));

        assertThat(versions().find(version.id())).contains(version);
        assertThat(versions().current(MAIN, DAILY, Optional.empty())).containsExactly(new CurrentVersion(version, 2));
    }

    @Test
    default void severalAssetsAreAskedForAtOnce() {
        RunLease lease = scenario().running();
        Version daily = scenario().publish(lease, target("daily", 4));
        Version other = scenario().publish(lease, target("other", 0));
        scenario().publish(lease, target("third", 0));
        Version rejected = scenario().reject(scenario().running(), target("other", 0));
        List<AssetKey> assets = List.of(DAILY, AssetKey.parse("other"), AssetKey.parse("never"));

        assertThat(versions().current(MAIN, assets))
                .containsExactlyInAnyOrder(new CurrentVersion(daily, 1), new CurrentVersion(other, 2));
        assertThat(versions().standingRejections(MAIN, assets)).containsExactly(rejected);
        assertThat(versions().current(MAIN, List.<AssetKey>of())).isEmpty();
        assertThat(versions().published(MAIN, assets, VersionStore.Published.ALL))
                .containsOnly(Map.entry(DAILY, PartitionSet.of(4)), Map.entry(other.target().asset(), PartitionSet.of(0)));
        assertThat(versions().published(MAIN, assets, VersionStore.Published.TAINTED)).isEmpty();
    }

    @Test
    default void whereAChangedCheckIsStillToBeRunIsKnown() {
        RunLease lease = scenario().running();
        Verdict verdict = verdict(DAILY, "has_rows", true);
        scenario().commit(lease, published(version(lease, scenario().claim(lease, target("daily", 1))), verdict));
        scenario().commit(lease, published(version(lease, scenario().claim(lease, target("daily", 2))), verdict));
        scenario().publish(scenario().running(), target("daily", 2));
        scenario().publish(lease, target("daily", 3));

        assertThat(versions().unjudged(MAIN, verdict.check(), verdict.digest())).isEqualTo(PartitionSet.of(2, 3));
        assertThat(versions().unjudged(MAIN, verdict.check(), digest(8))).isEqualTo(PartitionSet.of(1, 2, 3));
    }

    @Test
    default void aCheckThatIsWhatItWasBeforeIsToBeRunWhereAnotherFormOfItHasJudgedSince() {
        RunLease lease = scenario().running();
        Verdict first = verdict(DAILY, "has_rows", true, digest(1));
        Version version = version(lease, scenario().claim(lease, target("daily", 1)));
        scenario().commit(lease, published(version, first));
        scenario().commit(scenario().running(), audited(version, verdict(DAILY, "has_rows", false, digest(2))));

        assertThat(versions().unjudged(MAIN, first.check(), digest(1))).isEqualTo(PartitionSet.of(1));
        assertThat(versions().unjudged(MAIN, first.check(), digest(2))).isEqualTo(PartitionSet.EMPTY);

        scenario().commit(scenario().running(), audited(version, first));

        assertThat(versions().unjudged(MAIN, first.check(), digest(1))).isEqualTo(PartitionSet.EMPTY);
        assertThat(versions().unjudged(MAIN, first.check(), digest(2))).isEqualTo(PartitionSet.of(1));
    }

    @Test
    default void whatChecksFoundWrongIsKnownOfWhatIsCurrentAndOfWhatWasRejected() {
        RunLease lease = scenario().running();
        Verdict failed = verdict(DAILY, "has_rows", false);
        Version warned = version(lease, scenario().claim(lease, target("daily", 1)));
        scenario().commit(lease, published(warned, failed, verdict(DAILY, "unique_id", true)));
        Version replaced = version(lease, scenario().claim(lease, target("daily", 2)));
        scenario().commit(lease, published(replaced, failed));
        scenario().publish(scenario().running(), target("daily", 2));
        Version rejected = scenario().reject(scenario().running(), target("other", 0));
        Version mended = version(lease, scenario().claim(lease, target("daily", 3)));
        scenario().commit(lease, published(mended, failed));
        Verdict passes = new Verdict(
                failed.check(), digest(8), failed.severity(), failed.description(), CheckResult.of(true), failed.took());
        scenario().commit(
                scenario().running(),
                new StepResult.Audited(mended.target(), mended.id(), List.of(passes), Scenario.TIMING, "check changed"));
        List<AssetKey> assets = List.of(DAILY, AssetKey.parse("other"), AssetKey.parse("never"));

        assertThat(versions().failedChecks(MAIN, assets))
                .containsExactlyInAnyOrder(
                        new FailedCheck(target("daily", 1), 1, VersionState.PUBLISHED, NOON, failed),
                        new FailedCheck(
                                target("other", 0), 1, VersionState.REJECTED, NOON, versions().verdictsOf(rejected.id()).getFirst()));
        assertThat(versions().failedChecks(MAIN, List.of(AssetKey.parse("never")))).isEmpty();
        assertThat(warned.origin().createdAt()).isEqualTo(NOON);
    }

    @Test
    default void verdictsComeBackByNameOfTheCheck() {
        RunLease lease = scenario().running();
        Version version = version(lease, scenario().claim(lease, target("daily", 1)));
        Verdict warned = new Verdict(
                new CheckKey(DAILY, "range_delay"),
                digest(1),
                CheckSeverity.WARN,
                "delay is between -60 and 1440",
                CheckResult.of(false)
                        .with("outside", 2L)
                        .with("max", 1441.5)
                        .severity(CheckSeverity.WARN)
                        .sample(Map.of("delay", "1441.5"))
                        .sample(Map.of("delay", "2000")),
                Duration.ofNanos(1_234_000));
        Verdict passed = verdict(DAILY, "has_rows", true);

        scenario().commit(lease, published(version, warned, passed));

        assertThat(versions().verdictsOf(version.id())).containsExactly(passed, warned);
        assertThat(versions().verdictsOf(new VersionId(Scenario.id()))).isEmpty();
    }

    @Test
    default void theLastVersionsBeforeOneAreReadAtOnce() {
        RunLease lease = scenario().running();
        Version first = scenario().publish(lease, target("daily", 1));
        Version second = scenario().publish(scenario().running(), target("daily", 1));
        Version third = scenario().publish(scenario().running(), target("daily", 1));
        RunLease other = scenario().running();
        scenario().commit(other, Scenario.rejected(
                version(other, scenario().claim(other, target("daily", 1)), VersionState.REJECTED)));

        assertThat(versions().publishedBefore(first.target(), Long.MAX_VALUE, 2)).containsExactly(third, second);
        assertThat(versions().publishedBefore(first.target(), third.number(), 9)).containsExactly(second, first);
        assertThat(versions().publishedBefore(target("daily", 2), Long.MAX_VALUE, 9)).isEmpty();
        assertThat(versions().publishedBefore(target("unknown", 0), Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    default void howLongItTookIsReadForSeveralVersions() {
        Version published = scenario().publish(scenario().running(), target("daily", 1));
        RunLease lease = scenario().running();
        Version rejected = version(lease, scenario().claim(lease, target("daily", 2)), VersionState.REJECTED);
        scenario().commit(lease, new StepResult.Rejected(
                rejected, List.of(), new StepResult.Timing(NOON, Duration.ofNanos(42_000)), "missing"));

        assertThat(versions().took(List.of(rejected.id(), new VersionId(Scenario.id()), published.id())))
                .containsOnly(
                        Map.entry(published.id(), Scenario.TIMING.took()), Map.entry(rejected.id(), Duration.ofNanos(42_000)));
        assertThat(versions().took(List.of())).isEmpty();
    }

    @Test
    default void ofEachAssetItIsToldWhatMadeTheVersionThatBecameCurrentLast() {
        RunLease lease = scenario().running();
        Version old = version(lease, scenario().claim(lease, target("daily", 7)));
        Version last = version(lease, scenario().claim(lease, target("daily", -1)));
        scenario().commit(lease, published(old));
        scenario().commit(lease, new StepResult.Published(
                last, List.of(), new StepResult.Timing(NOON, Duration.ofSeconds(42)), "missing"));
        scenario().publish(lease, target("other", 0));
        scenario().reject(scenario().running(), target("other", 0));
        List<AssetKey> assets = List.of(DAILY, AssetKey.parse("other"), AssetKey.parse("never"));

        assertThat(versions().lastMade(MAIN, assets)).containsOnly(
                Map.entry(DAILY, new LastMade(NOON, Duration.ofSeconds(42))),
                Map.entry(AssetKey.parse("other"), new LastMade(NOON, Scenario.TIMING.took())));
        assertThat(versions().lastMade(MAIN, List.of(AssetKey.parse("never")))).isEmpty();
    }

    @Test
    default void theVerdictsOfOneCheckAreReadForSeveralVersions() {
        RunLease lease = scenario().running();
        Version one = version(lease, scenario().claim(lease, target("daily", 1)));
        Version two = version(lease, scenario().claim(lease, target("daily", 2)));
        Verdict passed = verdict(DAILY, "has_rows", true);
        Verdict failed = verdict(DAILY, "mean_delay", true);
        scenario().commit(lease, published(one, passed, failed));
        scenario().commit(lease, published(two, failed));

        assertThat(versions().verdictsOf(passed.check(), List.of(one.id(), two.id())))
                .isEqualTo(Map.of(one.id(), passed));
        assertThat(versions().verdictsOf(passed.check(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, 1", "2, '1,2'", "3, '3,2'", "4, '3,2'", "5, '3,5'", "99, '3,5'"})
    default void whatWasCurrentIsToldForEveryMoment(long asOf, String sequences) {
        RunLease lease = scenario().running();
        scenario().publish(lease, target("daily", -1));
        scenario().publish(lease, target("daily", 1));
        scenario().publish(scenario().running(), target("daily", -1));
        scenario().publish(lease, target("daily", 2));
        Version last = scenario().publish(scenario().running(), target("daily", 1));
        scenario().reject(scenario().running(), target("daily", 1));

        List<Publication> then = versions().currentAsOf(MAIN, DAILY, PartitionSet.of(-1, 0, 1), asOf);

        assertThat(then.stream().map(each -> Long.toString(each.sequence())).toList())
                .isEqualTo(sequences.isEmpty() ? List.of() : List.of(sequences.split(",")));
        if (asOf >= 5) {
            assertThat(then.getLast())
                    .isEqualTo(new Publication(
                            5, MAIN, last.target(), last.id(), last.origin().run(), NOON));
        }
    }

    @Test
    default void readersAreFoundThroughExactInputs() {
        RunLease lease = scenario().running();
        Version raw = scenario().publish(lease, target("raw", 1));
        Version twice = scenario().publish(lease, target("twice", 1), reading(raw), reading(raw));
        Version once = scenario().publish(lease, target("once", 1), reading(raw));
        Version rawAgain = scenario().publish(scenario().running(), target("raw", 1));

        assertThat(versions().readersOf(raw.id())).containsExactly(twice, once);
        assertThat(versions().readersOf(rawAgain.id())).isEmpty();
    }

    @Test
    default void readersAreFoundThroughManyInputsOfTheirTime() {
        Version first = scenario().publish(scenario().running(), target("daily", 1));
        Version other = scenario().publish(scenario().running(), target("daily", 5));
        Version early = scenario().publish(scenario().running(), target("early", 0), many(PartitionSet.range(0, 3), 2));
        Version second = scenario().publish(scenario().running(), target("daily", 1));
        Version late = scenario()
                .publish(scenario().running(), target("late", 0), many(PartitionSet.range(0, 9), 4), reading(second));
        Version stale = scenario().publish(scenario().running(), target("stale", 0), many(PartitionSet.of(1), 3));

        assertThat(versions().readersOf(first.id())).containsExactly(early, stale);
        assertThat(versions().readersOf(second.id())).containsExactly(late);
        assertThat(versions().readersOf(other.id())).containsExactly(late);
    }

    @Test
    default void readersOfAnotherEnvironmentReadWhatWasCurrentThere() {
        RunLease dev = scenario().running(new EnvironmentName("dev"), LONG);
        Version inMain = scenario().publish(scenario().running(), target("daily", 1));
        Version inDev = scenario().publish(dev, target("daily", 1));
        Version reader = scenario().publish(dev, target("all", 0), many(PartitionSet.of(1), 2));

        assertThat(versions().readersOf(inDev.id())).containsExactly(reader);
        assertThat(versions().readersOf(inMain.id())).isEmpty();
    }

    @Test
    default void theLogIsReadInPages() {
        RunLease lease = scenario().running();
        for (int day = 1; day <= 5; day++) {
            scenario().publish(lease, target("daily", day));
        }

        assertThat(versions().publishedAfter(MAIN, 1, 2))
                .extracting(Publication::sequence)
                .containsExactly(2L, 3L);
        assertThat(versions().publishedAfter(MAIN, 3, 10))
                .extracting(Publication::sequence)
                .containsExactly(4L, 5L);
        assertThat(versions().publishedAfter(MAIN, 5, 10)).isEmpty();
    }

    private static InputUse many(PartitionSet partitions, long asOf) {
        return new InputUse.Many(DAILY, partitions, asOf, digest(4));
    }

    @Test
    default void aSkipByAConditionStandsUntilAVersionIsPublished() {
        RunLease lease = scenario().running();
        StepResult.Declined first = declined(scenario().claim(lease, target("daily", 3)), 4, "it rained");
        StepResult.Declined second = declined(scenario().claim(lease, target("daily", 5)), 4, "it snowed");
        scenario().commit(lease, first, second);

        assertThat(versions().standingSkips(MAIN, List.of(DAILY)))
                .containsExactlyInAnyOrder(first.skip(), second.skip());
        assertThat(versions().standingSkips(MAIN, List.of(AssetKey.parse("other")))).isEmpty();
        assertThat(versions().current(MAIN, DAILY, Optional.empty())).isEmpty();

        scenario().publish(scenario().running(), target("daily", 3));

        assertThat(versions().standingSkips(MAIN, List.of(DAILY))).containsExactly(second.skip());
    }

    @Test
    default void theNewestSkipStandsAlsoOverAnOlderVersion() {
        Version version = scenario().publish(scenario().running(), target("daily", 3));
        skip(scenario().running(), 4, "it rained");
        StepResult.Declined newest = skip(scenario().running(), 5, "it snowed");

        assertThat(versions().standingSkips(MAIN, List.of(DAILY))).containsExactly(newest.skip());
        assertThat(versions().current(MAIN, DAILY, Optional.empty()))
                .extracting(CurrentVersion::version)
                .containsExactly(version);
    }

    @Test
    default void aSkipUnderAnOlderClaimIsRecordedAndDoesNotStand() {
        RunLease slow = scenario().running();
        StepResult.Declined late = declined(scenario().claim(slow, target("daily", 3)), 4, "it rained");
        scenario().publish(scenario().running(), target("daily", 3));

        Scenario.expectCommitted(scenario().commit(slow, late));

        assertThat(versions().standingSkips(MAIN, List.of(DAILY))).isEmpty();
        assertThat(runs().stepsOf(slow.run()))
                .containsExactly(new StepRecord(
                        slow.run(), target("daily", 3), StepState.SKIPPED, 2, null, Scenario.TIMING, Scenario.REASON,
                        "it rained"));
    }

    private StepResult.Declined skip(RunLease lease, long inputs, String why) {
        StepResult.Declined declined = declined(scenario().claim(lease, target("daily", 3)), inputs, why);
        Scenario.expectCommitted(scenario().commit(lease, declined));
        return declined;
    }

    private static StepResult.Declined declined(Claim claim, long inputs, String why) {
        StandingSkip skip = new StandingSkip(
                claim.target(),
                new CodeDigest(digest(1)),
                new ConfigDigest(digest(2)),
                digest(inputs),
                why,
                Scenario.TIMING.startedAt().plus(Scenario.TIMING.took()));
        return new StepResult.Declined(skip, claim.epoch(), 2, Scenario.TIMING, Scenario.REASON);
    }

    private static StepResult audited(Version version, Verdict verdict) {
        return new StepResult.Audited(version.target(), version.id(), List.of(verdict), Scenario.TIMING, "check changed");
    }
}
