package dev.weir.materializer.simulation;

import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import java.util.HashMap;
import java.util.Map;

/// What must hold of runs: legal changes only, an end is an end (I9); a live lease is not taken (I10); every run ends (I5).
final class RunInvariants {

    private final RunStore runs;
    private final History history;
    private final Findings findings;
    private final Map<RunId, Run> seen = new HashMap<>();

    RunInvariants(RunStore runs, History history, Findings findings) {
        this.runs = runs;
        this.history = history;
        this.findings = findings;
    }

    void look() {
        if (history.takeStirred()) {
            for (RunId id : history.runs()) {
                lookAt(runs.find(id).orElseThrow());
            }
        }
    }

    private void lookAt(Run run) {
        Run before = seen.put(run.id(), run);
        if (before == null || before.equals(run)) {
            return;
        }
        if (run.status().isFinal()) {
            history.ended(run.id());
        }
        // Who waits for its turn plans anew, and says how many steps it has then.
        boolean replanned = before.status() == RunStatus.QUEUED && run.status() == RunStatus.QUEUED;
        boolean legal = replanned || before.status().canBecome(run.status());
        findings.require(legal, "I9", "run %s was %s and became %s", run.id(), before.status(), run.status());
        if (RunStore.LEASE_ENDED.equals(run.problem()) || RunStore.NEVER_STARTED.equals(run.problem())) {
            history.toll().count(Toll.Event.REAPED);
            findings.require(
                    !history.holdsLease(run.id()),
                    "I10", "run %s was taken for dead while its lease lasted", run.id());
        }
    }

    /// A process told people how a run ended.
    void told(RunId run, RunStatus status) {
        history.toldEnd(run);
        RunStatus recorded = runs.find(run).orElseThrow().status();
        findings.require(
                recorded == status, "I8", "people were told that run %s is %s, recorded is %s", run, status, recorded);
    }

    void atTheEnd() {
        for (RunId id : history.runs()) {
            RunStatus status = runs.find(id).orElseThrow().status();
            findings.require(status.isFinal(), "I5", "run %s is still %s", id, status);
        }
    }
}
