package dev.weir.cli.run;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.LogLine;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.version.AssetPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Keeps how each step ended, where somebody will ask for it, and passes everything on.
public final class Recording implements RunListener {
    private final boolean kept;
    private final List<StepResult> results = new ArrayList<>();
    private int audited;
    private int tainted;
    private RunListener next = RunListener.SILENT;

    /// @param kept whether results are kept; a run may have very many
    public Recording(boolean kept) {
        this.kept = kept;
    }

    /// Also tells another.
    public void tell(RunListener other) {
        next = other;
    }

    public synchronized List<StepResult> results() {
        return List.copyOf(results);
    }

    /// How many published versions were only checked again.
    public synchronized int audited() {
        return audited;
    }

    /// How many of them were found wrong.
    public synchronized int tainted() {
        return tainted;
    }

    @Override
    public void started(AssetPartition target, int attempt) {
        next.started(target, attempt);
    }

    @Override
    public void waiting(AssetPartition target, PoolName pool) {
        next.waiting(target, pool);
    }

    @Override
    public void retrying(AssetPartition target, int failedAttempt, String problem, Duration pause) {
        next.retrying(target, failedAttempt, problem, pause);
    }

    @Override
    public void said(LogLine line) {
        next.said(line);
    }

    @Override
    public void ended(StepResult result) {
        synchronized (this) {
            if (result instanceof StepResult.Audited audit) {
                audited++;
                tainted += audit.taint().isEmpty() ? 0 : 1;
            }
            if (kept) {
                results.add(result);
            }
        }
        next.ended(result);
    }
}
