package dev.weir.metadata;

import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Declined;
import dev.weir.materializer.publish.StepResult.Failed;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.publish.StepResult.Rejected;
import dev.weir.materializer.publish.StepResult.Skipped;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A commit group as columns of rows, one statement a table however many results there are. What is numbered counts on from
/// where the store stands when it is locked, so that all of it can be made ready before.
final class GroupRows {

    private final CommitGroup group;
    private final int environment;
    private final PointerRows pointers;
    private final VersionRows versions;
    private final InputRows inputs;
    private final List<Statement> unnumbered = new ArrayList<>(1);
    private final List<Statement> moves = new ArrayList<>(1);
    private final List<Statement> others = new ArrayList<>();
    private final StepRows steps;
    private final AttemptRows attempts;
    private final StartUpRows startUps = new StartUpRows();
    private final SkipRows skips;
    private final VerdictRows verdicts = new VerdictRows();
    private final OutboxRows outbox = new OutboxRows();
    private long place;
    private final TaintRows taints = new TaintRows();

    GroupRows(CommitGroup group, Names names) {
        int size = group.results().size();
        this.group = group;
        this.environment = names.id(group.lease().environment());
        this.pointers = new PointerRows(size, environment, names);
        this.versions = new VersionRows(size, names);
        this.inputs = new InputRows(size, names);
        this.steps = new StepRows(size, names);
        this.attempts = new AttemptRows(names);
        this.skips = new SkipRows(environment, names);
        group.results().forEach(this::add);
        inputs.ofSingleVersions().ifPresent(unnumbered::add);
        pointers.move(group.lease().run().value()).ifPresent(moves::add);
        addTo(others);
    }

    /// The partitions that are not under the claims the versions were made under.
    Set<AssetPartition> fenced(Session session) throws SQLException {
        return pointers.fenced(session, group.lease().run().value());
    }

    /// What can be written before the store is locked, as nobody else can be in its way. To be taken back if the group is not
    /// committed.
    List<Statement> unnumbered() {
        return unnumbered;
    }

    /// Moves the pointers that are under those claims, if there are any to move.
    List<Statement> moves() {
        return moves;
    }

    /// How many of them must be.
    int claims() {
        return pointers.size();
    }

    /// Everything else there is to write, but for [#advance].
    List<Statement> others() {
        return others;
    }

    private void addTo(List<Statement> statements) {
        UUID run = group.lease().run().value();
        long at = Micros.of(group.at());
        versions.addTo(statements, environment, run, at);
        inputs.ofManyPartitions(environment).ifPresent(statements::add);
        steps.addTo(statements, run);
        attempts.addTo(statements, run);
        startUps.addTo(statements);
        skips.addTo(statements, run);
        verdicts.addTo(statements);
        outbox.addTo(statements, at);
        taints.addTo(statements);
    }

    /// Takes the numbers.
    List<Statement> advance(Numbers numbers) {
        long last = numbers.sequence() + pointers.publications();
        int results = group.results().size();
        return List.of(
                Statement.of("UPDATE store SET sequence = ?, recorded = ? WHERE id = 1", last, numbers.recorded() + results)
                        .expecting(1),
                Statement.of(
                                """
                                INSERT INTO commit_group
                                    (first_recorded, id, run, results, first_sequence, last_sequence, committed_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                                numbers.recorded() + 1,
                                group.id(),
                                group.lease().run().value(),
                                results,
                                numbers.sequence() + 1,
                                last,
                                Micros.of(group.at()))
                        .expecting(1));
    }

    private void add(StepResult result) {
        place++;
        attempts.add(result);
        startUps.add(place, result);
        RunId run = group.lease().run();
        switch (result) {
            case Published(Version version, List<Verdict> found, Timing timing, String reason) -> {
                versions.add(place, pointers.publish(version), version, timing, reason);
                keep(version, found);
            }
            case Rejected(Version version, List<Verdict> found, Timing timing, String reason) -> {
                pointers.reject(version);
                versions.add(place, null, version, timing, reason);
                keep(version, found);
                outbox.add(run, result, "rejected by " + blocking(found));
            }
            case Audited audited -> {
                steps.add(place, StepRecord.of(run, audited));
                audit(audited);
            }
            case Failed failed -> {
                steps.add(place, StepRecord.of(run, failed));
                outbox.add(run, failed, failed.problem());
            }
            case Declined declined -> {
                steps.add(place, StepRecord.of(run, declined));
                skips.add(place, declined);
                outbox.add(run, declined, declined.skip().why());
            }
            case Skipped skipped -> steps.add(place, StepRecord.of(run, skipped));
        }
    }

    private void keep(Version version, List<Verdict> found) {
        inputs.add(version);
        keep(version.id(), found);
    }

    private void keep(VersionId version, List<Verdict> found) {
        found.forEach(verdict -> verdicts.add(version, verdict, place));
    }

    private void audit(Audited audited) {
        keep(audited.version(), audited.verdicts());
        taints.add(audited);
        if (!audited.taint().isEmpty()) {
            outbox.add(group.lease().run(), audited, audited.taint());
        }
    }

    private static String blocking(List<Verdict> verdicts) {
        return String.join(
                ", ",
                verdicts.stream()
                        .filter(Verdict::blocks)
                        .map(verdict -> verdict.check().name())
                        .toList());
    }
}
