package dev.weir.materializer.run;

/// How the steps of a run have ended so far.
public record StepCounts(long succeeded, long rejected, long failed, long skipped) {

    public static final StepCounts NONE = new StepCounts(0, 0, 0, 0);

    /// How many have ended, whatever became of them.
    public long ended() {
        return succeeded + rejected + failed + skipped;
    }
}
