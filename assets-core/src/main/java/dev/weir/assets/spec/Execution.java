package dev.weir.assets.spec;

import java.time.Duration;

/// How an asset's method is run. No part of it changes what is computed.
///
/// @param timeout how long one attempt may take
/// @param pool with which other steps it shares a limit
/// @param placement where it runs
public record Execution(
        Setting<RetryPolicy> retry, Setting<Duration> timeout, Setting<PoolName> pool, Setting<Placement> placement) {

    private static final Placement IN_PROCESS = new Placement.InProcess();

    /// Nothing is said.
    public static final Execution PLAIN =
            new Execution(new Setting.Inherit<>(), new Setting.Inherit<>(), new Setting.Inherit<>());

    /// Nothing is said of where it runs.
    public Execution(Setting<RetryPolicy> retry, Setting<Duration> timeout, Setting<PoolName> pool) {
        this(retry, timeout, pool, new Setting.Inherit<>());
    }

    /// What this says, and where it says nothing, what the farther word says.
    public Execution orElse(Execution farther) {
        return new Execution(
                retry.orElse(farther.retry),
                timeout.orElse(farther.timeout),
                pool.orElse(farther.pool),
                placement.orElse(farther.placement));
    }

    /// How often to try again; not at all where nobody says.
    public RetryPolicy retries() {
        return retry.value().orElse(RetryPolicy.NONE);
    }

    /// Where it runs; in process where nobody says.
    public Placement place() {
        return placement.value().orElse(IN_PROCESS);
    }
}
