package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.rejected;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.verdict;
import static dev.weir.materializer.contract.Scenario.version;
import static dev.weir.materializer.version.EnvironmentName.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Runs that claim, publish and reject, and what a database has to know of them whatever has happened to it: all that it
/// acknowledged, whole, and nothing that is half there.
final class SmallHistory {

    private final List<CommitGroup> offered = new ArrayList<>();
    private final List<UUID> acknowledged = new ArrayList<>();
    private final Map<RunId, RunStatus> told = new HashMap<>();

    /// One that went the same way until now.
    SmallHistory copy() {
        SmallHistory copy = new SmallHistory();
        copy.offered.addAll(offered);
        copy.acknowledged.addAll(acknowledged);
        copy.told.putAll(told);
        return copy;
    }

    /// One run, which commits two groups.
    void run(Database database) {
        Scenario scenario = new Scenario(database.commits(), database.runs());
        Run queued = scenario.queued(MAIN);
        told.put(queued.id(), RunStatus.QUEUED);
        RunLease lease = new RunLease(queued.id(), "owner of " + queued.id(), MAIN);
        assertThat(database.runs().start(lease.run(), lease.owner(), Scenario.LONG, NOON)).isTrue();
        told.put(queued.id(), RunStatus.RUNNING);
        List<Claim> claims = database.commits()
                .claim(lease, List.of(target("raw", 1), target("orders", 1), target("orders", 2)));
        Version raw = version(lease, claims.getFirst());
        commit(database, lease,
                published(raw, verdict(raw.target().asset(), "row_count", true)),
                published(version(lease, claims.get(1), Scenario.reading(raw))));
        assertThat(database.runs().heartbeat(lease.run(), lease.owner(), Scenario.LONG)).isTrue();
        commit(database, lease, rejected(version(lease, claims.getLast(), VersionState.REJECTED)));
        assertThat(database.runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty()))
                .isTrue();
        told.put(queued.id(), RunStatus.SUCCEEDED);
    }

    private void commit(Database database, RunLease lease, StepResult... results) {
        CommitGroup group = Scenario.group(lease, results);
        offered.add(group);
        Scenario.expectCommitted(database.commits().commit(group));
        acknowledged.add(group.id());
    }

    /// What the database says now.
    void verify(Database database, String when) {
        List<CommitGroup> there = offered.stream().filter(group -> isThere(database, group, when)).toList();
        assertThat(there).extracting(CommitGroup::id).as("what was acknowledged, %s", when).containsAll(acknowledged);

        List<Version> published = versions(there).filter(version -> version.state() == VersionState.PUBLISHED).toList();
        assertThat(database.versions().publishedAfter(MAIN, 0, 1_000))
                .as(when)
                .extracting(Publication::version)
                .containsExactlyElementsOf(published.stream().map(Version::id).toList());
        Map<AssetPartition, VersionId> newest = new HashMap<>();
        published.forEach(version -> newest.put(version.target(), version.id()));
        assertThat(database.versions().current(MAIN))
                .as(when)
                .extracting(current -> current.version().id())
                .containsExactlyInAnyOrderElementsOf(newest.values());
        told.forEach((run, status) -> verifyRun(database, run, status, there, when));
    }

    private static boolean isThere(Database database, CommitGroup group, String when) {
        List<Version> whole = versions(List.of(group)).toList();
        List<Version> found = database.versions().findAll(whole.stream().map(Version::id).toList());
        if (!found.isEmpty()) {
            assertThat(found).as("one group, %s", when).containsExactlyInAnyOrderElementsOf(whole);
            for (StepResult result : group.results()) {
                if (result instanceof StepResult.Published each) {
                    assertThat(database.versions().verdictsOf(each.version().id())).as(when).isEqualTo(each.verdicts());
                } else if (result instanceof StepResult.Rejected each) {
                    assertThat(database.versions().verdictsOf(each.version().id())).as(when).isEqualTo(each.verdicts());
                }
            }
        }
        return !found.isEmpty();
    }

    private static Stream<Version> versions(List<CommitGroup> groups) {
        return groups.stream().flatMap(group -> group.results().stream()).map(result -> switch (result) {
            case StepResult.Published each -> each.version();
            case StepResult.Rejected each -> each.version();
            case StepResult.Failed _, StepResult.Skipped _, StepResult.Declined _, StepResult.Audited _ ->
                throw new IllegalStateException("No version: " + result);
        });
    }

    private static void verifyRun(
            Database database, RunId run, RunStatus told, List<CommitGroup> there, String when) {
        Optional<Run> found = database.runs().find(run);
        long steps = there.stream().filter(group -> group.lease().run().equals(run)).mapToLong(group -> group.results().size()).sum();
        assertThat(found).as(when).isPresent();
        assertThat(found.orElseThrow().status()).as(when).isGreaterThanOrEqualTo(told);
        assertThat(database.runs().stepsOf(run)).as(when).hasSize((int) steps);
    }
}
