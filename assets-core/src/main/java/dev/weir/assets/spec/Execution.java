package dev.weir.assets.spec;

import java.time.Duration;

/// How an asset's method is run, and what of its results is kept. No part of it changes what is computed.
///
/// @param timeout how long one attempt may take
/// @param pool with which other steps it shares a limit
/// @param placement where it runs
/// @param keep how long its versions are kept
public record Execution(
        Setting<RetryPolicy> retry,
        Setting<Duration> timeout,
        Setting<PoolName> pool,
        Setting<Placement> placement,
        Setting<Retention> keep) {

    private static final Placement IN_PROCESS = new Placement.InProcess();
    private static final Retention EVERYTHING = new Retention.All();

    /// Nothing is said.
    public static final Execution PLAIN =
            new Execution(new Setting.Inherit<>(), new Setting.Inherit<>(), new Setting.Inherit<>());

    /// Nothing is said of where it runs.
    public Execution(Setting<RetryPolicy> retry, Setting<Duration> timeout, Setting<PoolName> pool) {
        this(retry, timeout, pool, new Setting.Inherit<>());
    }

    /// Nothing is said of what is kept.
    public Execution(
            Setting<RetryPolicy> retry, Setting<Duration> timeout, Setting<PoolName> pool, Setting<Placement> placement) {
        this(retry, timeout, pool, placement, new Setting.Inherit<>());
    }

    /// The same with another word on what is kept.
    public Execution keeping(Setting<Retention> other) {
        return new Execution(retry, timeout, pool, placement, other);
    }

    /// What this says, and where it says nothing, what the farther word says.
    public Execution orElse(Execution farther) {
        return new Execution(
                retry.orElse(farther.retry),
                timeout.orElse(farther.timeout),
                pool.orElse(farther.pool),
                placement.orElse(farther.placement),
                keep.orElse(farther.keep));
    }

    /// How often to try again; not at all where nobody says.
    public RetryPolicy retries() {
        return retry.value().orElse(RetryPolicy.NONE);
    }

    /// Where it runs; in process where nobody says.
    public Placement place() {
        return placement.value().orElse(IN_PROCESS);
    }

    /// What is kept of its versions; all of them where nobody says.
    public Retention retention() {
        return keep.value().orElse(EVERYTHING);
    }
}
