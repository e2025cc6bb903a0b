package dev.weir.materializer.simulation;

import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.simulation.History.Asked;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.util.Set;

/// What must hold of turns (I15): who has one has taken nothing from a run that is at it and lives; who waits has claimed
/// nothing, and waits for a run that lives.
final class TurnInvariants {

    private final RunStore runs;
    private final History history;
    private final Findings findings;

    TurnInvariants(RunStore runs, History history, Findings findings) {
        this.runs = runs;
        this.history = history;
        this.findings = findings;
    }

    void look() {
        for (Asked asked : history.takeAsked()) {
            switch (asked.answer()) {
                case Turn.Begins _ -> asked.before().forEach((target, other) -> lookAtTurn(asked.run(), target, other));
                case Turn.Waits(Rival rival) -> lookAtWait(asked.run(), rival);
            }
        }
    }

    private void lookAtTurn(RunId run, AssetPartition target, RunId other) {
        boolean isAtIt = isLiving(other) && runs.stepOf(other, target).isEmpty();
        findings.require(!isAtIt, "I15", "run %s has its turn at %s, which run %s is at", run, target, other);
    }

    private void lookAtWait(RunId run, Rival rival) {
        Set<AssetPartition> claimed = runs.unended(run);
        findings.require(claimed.isEmpty(), "I15", "run %s waits and has claimed %s", run, claimed);
        findings.require(isLiving(rival.run()), "I15", "run %s waits for run %s, which does not live", run, rival.run());
    }

    private boolean isLiving(RunId run) {
        return history.holdsLease(run) && runs.find(run).filter(found -> !found.status().isFinal()).isPresent();
    }
}
