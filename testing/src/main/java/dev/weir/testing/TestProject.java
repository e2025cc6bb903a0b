package dev.weir.testing;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.plan.CheckPlanner;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionName;
import dev.weir.partitions.PartitionRequest;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A project in a test: its assets are planned, computed, checked and published as ever, but what is remembered is in
/// memory, files are in a temporary folder, and the clock stands still. Retries follow at once, pools have no limit, and
/// every asset runs in the process of the test.
///
/// For one thread. Close one that was not given by [WeirTest].
public final class TestProject implements AutoCloseable {

    private final Settings settings;
    private final TestStores stores;
    private final Map<AssetKey, PartitionSet> given = new HashMap<>();

    private TestProject(Settings settings) {
        this.settings = settings;
        this.stores = new TestStores();
    }

    /// Of what these classes declare.
    public static TestProject of(Class<?>... declaring) {
        return new TestProject(Settings.of(VisibleCode.of(declaring)));
    }

    /// Of what all classes declare in the package of this one.
    public static TestProject ofPackage(Class<?> member) {
        return new TestProject(Settings.of(VisibleCode.ofPackage(member)));
    }

    /// Uses an object in place of the resource that would be made, or of an instance of a declaring class. It is not closed.
    public <T> TestProject with(Class<T> type, T resource) {
        settings.resource(type, resource);
        return this;
    }

    /// Sets values of configuration, each as `thresholds.outlier=300`. Assets that take it become stale, as ever.
    public TestProject config(String... values) {
        settings.config(List.of(values));
        return this;
    }

    /// Sets a secret.
    public TestProject secret(String name, String value) {
        settings.secret(name, value);
        return this;
    }

    /// Sets the clock, such as to `2024-01-16T03:00:00Z`.
    public TestProject at(String moment) {
        return at(Instant.parse(moment));
    }

    public TestProject at(Instant moment) {
        stores.clock().set(moment);
        return this;
    }

    /// Begins to give something to read of an asset, which is not computed for that: it is published as the current version
    /// of these partitions, unchecked, and counts as up to date, whatever it would be made of.
    ///
    /// @param partitions keys, or ranges of them such as `2013-01-01..2013-01-31`; none if the asset has no partitions
    public Given given(String asset, String... partitions) {
        Target target = Target.parse(loaded(), asset, stores.clock().instant(), partitions);
        return new Given(this, target);
    }

    void give(Target target, GivenValue value) {
        value.publish(loaded(), stores, target);
        given.merge(target.asset().key(), target.partitions(), PartitionSet::union);
    }

    /// Plans everything that is missing or stale.
    public TestPlan plan() {
        return plan("*");
    }

    /// What would be done, as by `weir plan`. Changes nothing.
    ///
    /// @param selection such as `daily_delays` or `+group:reports`
    /// @param partitions such as `2013-01-15` or `2013-01-01..2013-01-31`; by default all
    /// @throws WeirException if that cannot be planned
    public TestPlan plan(String selection, String... partitions) {
        return new TestPlan(
                loaded(), planned(request(selection, partitions)), stores.clock().instant());
    }

    /// Computes everything that is missing or stale, checks it and publishes it.
    public TestResult materialize() {
        return materialize("*");
    }

    /// Computes what is missing or stale, checks it and publishes it, as `weir materialize` does, upstreams included.
    ///
    /// @throws WeirException if that cannot be planned, or something that is asked for cannot be had
    public TestResult materialize(String selection, String... partitions) {
        return run(planned(request(selection, partitions)));
    }

    /// Computes the selection whatever its state, also what was given, as `weir materialize --force` does.
    public TestResult materializeAnew(String selection, String... partitions) {
        return run(planned(request(selection, partitions).with(Force.SELECTED)));
    }

    /// Runs the checks over what is published, also over what was given, as `weir check` does.
    public TestResult check(String selection, String... partitions) {
        Loaded loaded = loaded();
        return run(new CheckPlanner(loaded.definitions(), stores.versions()).plan(request(selection, partitions)));
    }

    /// Makes an earlier version current again and holds it, as `weir rollback` does.
    ///
    /// @param version such as `daily_delays@2013-01-15#1`
    /// @throws WeirException if there is no such version, or readers must not see it
    public TestProject rollBack(String version) {
        stores.rollBack(loaded().definitions(), VersionName.parse(version));
        return this;
    }

    /// Lets all that is held of an asset be computed again, as `weir release` does.
    public TestProject release(String asset) {
        stores.release(AssetKey.parse(asset));
        return this;
    }

    Loaded loaded() {
        return settings.load(stores);
    }

    TestStores stores() {
        return stores;
    }

    private RunRequest request(String selection, String... partitions) {
        return RunRequest.of(
                        EnvironmentName.MAIN,
                        loaded().selection(selection, stores),
                        stores.clock().instant())
                .partitions(Arrays.stream(partitions).map(PartitionRequest::parse).toList());
    }

    private RunPlan planned(RunRequest request) {
        return new RunPlanner(loaded().definitions(), stores.versions(), given).plan(request);
    }

    private TestResult run(RunPlan plan) {
        TestResult result = stores.run(loaded(), plan);
        for (AssetPartition computed : result.published()) {
            given.computeIfPresent(
                    computed.asset(), (_, kept) -> kept.minus(PartitionSet.of(computed.ordinal())));
        }
        return result;
    }

    @Override
    public void close() {
        settings.close();
        stores.close();
    }
}
