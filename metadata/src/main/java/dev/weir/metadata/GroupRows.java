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
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A commit group as columns of rows, one statement a table however many results there are.
final class GroupRows {

    private final CommitGroup group;
    private final Guard guard;
    private final int environment;
    private final PointerRows pointers;
    private final VersionRows versions;
    private final InputRows inputs;
    private final StepRows steps;
    private final AttemptRows attempts;
    private final StartUpRows startUps = new StartUpRows();
    private final SkipRows skips;
    private final VerdictRows verdicts = new VerdictRows();
    private final OutboxRows outbox = new OutboxRows();
    private long place;
    private final TaintRows taints = new TaintRows();

    GroupRows(CommitGroup group, Guard guard, Names names) {
        int size = group.results().size();
        this.group = group;
        this.guard = guard;
        this.environment = names.id(group.lease().environment());
        this.pointers = new PointerRows(size, guard.sequence(), environment, names);
        this.versions = new VersionRows(size, names);
        this.inputs = new InputRows(size, names);
        this.steps = new StepRows(size, names);
        this.attempts = new AttemptRows(names);
        this.skips = new SkipRows(environment, names);
        this.place = guard.recorded();
        group.results().forEach(this::add);
    }

    /// How many versions the group publishes.
    int publications() {
        return pointers.publications();
    }

    /// How many pointers must be under the claims the versions were made under.
    int claims() {
        return pointers.size();
    }

    PointerRows pointers() {
        return pointers;
    }

    /// Moves the pointers; the count of rows must be that of the claims.
    Statement move() {
        return pointers.move(group.lease().run().value());
    }

    /// Everything else there is to write.
    List<Statement> statements() {
        UUID run = group.lease().run().value();
        long at = Micros.of(group.at());
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                "UPDATE store SET sequence = ?, recorded = ? WHERE id = 1",
                guard.sequence() + publications(),
                guard.recorded() + group.results().size())
                .expecting(1));
        versions.addTo(statements, environment, run, at);
        inputs.addTo(statements, environment);
        steps.addTo(statements, run);
        attempts.addTo(statements, run);
        startUps.addTo(statements);
        skips.addTo(statements, run);
        verdicts.addTo(statements);
        outbox.addTo(statements, at);
        taints.addTo(statements);
        statements.add(Statement.of(
                """
                INSERT INTO commit_group (first_recorded, id, run, results, first_sequence, last_sequence, committed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                guard.recorded() + 1,
                group.id(),
                run,
                group.results().size(),
                guard.sequence() + 1,
                guard.sequence() + publications(),
                at));
        return statements;
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
