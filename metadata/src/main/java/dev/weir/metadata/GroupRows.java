package dev.weir.metadata;

import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Failed;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.publish.StepResult.Rejected;
import dev.weir.materializer.publish.StepResult.Skipped;
import dev.weir.materializer.run.StepRecord;
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
    private final VerdictRows verdicts = new VerdictRows();
    private final OutboxRows outbox = new OutboxRows();
    private final List<String> taints = new ArrayList<>();
    private final List<UUID> tainted = new ArrayList<>();

    GroupRows(CommitGroup group, Guard guard, Names names) {
        int size = group.results().size();
        this.group = group;
        this.guard = guard;
        this.environment = names.id(group.lease().environment());
        this.pointers = new PointerRows(size, guard.sequence(), names);
        this.versions = new VersionRows(size, names);
        this.inputs = new InputRows(size, names);
        this.steps = new StepRows(size, guard.recorded(), names);
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
        return pointers.move(environment, group.lease().run().value());
    }

    /// Everything else there is to write.
    List<Statement> statements() {
        UUID run = group.lease().run().value();
        long at = Micros.of(group.at());
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                "UPDATE store SET sequence = ?, recorded = ? WHERE id = 1",
                guard.sequence() + publications(),
                guard.recorded() + group.results().size()));
        versions.addTo(statements, run);
        inputs.addTo(statements, environment);
        pointers.addTo(statements, environment, run, at);
        steps.addTo(statements, run);
        verdicts.addTo(statements);
        outbox.addTo(statements, at);
        addTaints(statements);
        statements.add(Statement.of(
                "INSERT INTO commit_group (id, run, first_sequence, results, committed_at) VALUES (?, ?, ?, ?, ?)",
                group.id(),
                run,
                guard.sequence() + 1,
                group.results().size(),
                at));
        return statements;
    }

    private void add(StepResult result) {
        steps.add(StepRecord.of(group.lease().run(), result));
        switch (result) {
            case Published published -> {
                pointers.publish(published.version());
                keep(published.version(), published.verdicts());
            }
            case Rejected rejected -> {
                pointers.reject(rejected.version());
                keep(rejected.version(), rejected.verdicts());
                outbox.add(group.lease().run(), result, "rejected by " + blocking(rejected.verdicts()));
            }
            case Audited audited -> audit(audited);
            case Failed failed -> outbox.add(group.lease().run(), result, failed.problem());
            case Skipped _ -> {}
        }
    }

    private void keep(Version version, List<Verdict> found) {
        versions.add(version);
        inputs.add(version);
        keep(version.id(), found);
    }

    private void keep(VersionId version, List<Verdict> found) {
        for (Verdict verdict : found) {
            verdicts.add(version, verdict, guard.recorded() + steps.size());
        }
    }

    private void audit(Audited audited) {
        keep(audited.version(), audited.verdicts());
        if (!audited.taint().isEmpty()) {
            tainted.add(audited.version().value());
            taints.add(Text.storable(audited.taint()));
            outbox.add(group.lease().run(), audited, audited.taint());
        }
    }

    // What tainted it first stays the reason.
    private void addTaints(List<Statement> statements) {
        if (!tainted.isEmpty()) {
            statements.add(Statement.of(
                    """
                    MERGE INTO version v
                    USING UNNEST(CAST(? AS UUID ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (id, why)
                    ON v.id = t.id AND v.tainted IS NULL
                    WHEN MATCHED THEN UPDATE SET tainted = t.why""",
                    tainted.toArray(UUID[]::new),
                    taints.toArray(String[]::new)));
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
