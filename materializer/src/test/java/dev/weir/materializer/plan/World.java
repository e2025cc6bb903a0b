package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.checks.CheckKey;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionRequest;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A project in tests, with a store in memory: declare, plan, execute, change something, plan again. What an asset
/// produces is made up of its code, its configuration and what it reads, unless a test says otherwise.
public final class World {

    /// Early on the sixth of March 2013: complete are all days to the fifth, and two months.
    public static final Instant NOW = Instant.parse("2013-03-06T03:00:00Z");

    static final EnvironmentName MAIN = EnvironmentName.MAIN;

    private final InMemoryStore store = new InMemoryStore(InstantSource.fixed(Scenario.NOON));
    private final Map<AssetKey, AssetSpec> assets = new TreeMap<>();
    private final Map<String, String> code = new HashMap<>();
    private final Map<String, String> config = new HashMap<>();
    private final Map<String, String> data = new HashMap<>();
    private final Map<CheckKey, String> checks = new TreeMap<>();
    private final Set<String> failing = new HashSet<>();
    private int mostExact = 64;
    private Instant now = NOW;

    public World(AnAsset... declared) {
        declare(declared);
    }

    public World declare(AnAsset... declared) {
        Arrays.stream(declared).map(AnAsset::spec).forEach(spec -> assets.put(spec.key(), spec));
        return this;
    }

    public World at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public World code(String asset, String text) {
        code.put(asset, text);
        return this;
    }

    public World config(String asset, String text) {
        config.put(asset, text);
        return this;
    }

    /// From now on the asset, or only one partition of it, produces this whatever it reads.
    public World data(String target, String text) {
        data.put(target, text);
        return this;
    }

    public World check(String asset, String name, String rule) {
        checks.put(new CheckKey(AssetKey.parse(asset), name), rule);
        return this;
    }

    /// From now on the checks of the asset partition fail.
    public World failing(String target) {
        failing.add(target);
        return this;
    }

    public World passing(String target) {
        failing.remove(target);
        return this;
    }

    /// More inputs of one asset than so many are recorded as a set.
    public World recordingExactly(int most) {
        mostExact = most;
        return this;
    }

    public Definitions definitions() {
        Map<AssetKey, CodeDigest> codes = new HashMap<>();
        Map<AssetKey, ConfigDigest> configs = new HashMap<>();
        assets.keySet().forEach(key -> {
            codes.put(key, new CodeDigest(digest(code.getOrDefault(key.toString(), "1"))));
            configs.put(key, new ConfigDigest(digest(config.getOrDefault(key.toString(), ""))));
        });
        Map<AssetKey, List<CheckSpec>> specs = new HashMap<>();
        Map<CheckKey, Digest> digests = new HashMap<>();
        checks.forEach((key, rule) -> {
            specs.computeIfAbsent(key.asset(), _ -> new ArrayList<>())
                    .add(new CheckSpec(
                            key.asset().toString(),
                            key.name(),
                            key.name(),
                            CheckSeverity.ERROR,
                            new ReadyMade.RowCountRange(1, Long.MAX_VALUE)));
            digests.put(key, digest(rule));
        });
        return new Definitions(AssetGraph.of(assets.values()), codes, configs, specs, digests)
                .numbered(store::keyNumbers);
    }

    public static Digest digest(String text) {
        return new Hasher().add(text).finish();
    }

    public InMemoryStore store() {
        return store;
    }

    public VersionStore versions() {
        return store.versions();
    }

    public RunStore runs() {
        return store.runs();
    }

    public CollectionStore collections() {
        return store.collections();
    }

    public Instant now() {
        return now;
    }

    public Names names() {
        return new Names(definitions().graph());
    }

    public AssetPartition target(String name) {
        String[] parts = name.split("@", -1);
        AssetSpec spec = definitions().graph().asset(AssetKey.parse(parts[0]));
        PartitionKey key = parts.length == 1 ? PartitionKey.UNPARTITIONED : new PartitionKey(parts[1]);
        return new AssetPartition(spec.key(), spec.partitions().ordinalOf(key));
    }

    /// @param selection words as on a command line; empty for everything
    public RunRequest request(String selection, String... partitions) {
        return new RunRequest(
                MAIN,
                selection.isEmpty() ? AssetSelection.ALL : AssetSelection.parse(selection),
                Arrays.stream(partitions).map(PartitionRequest::parse).toList(),
                Upstreams.INCLUDED,
                Force.NOTHING,
                now);
    }

    /// Holds what is current.
    public World hold(String target) {
        return move(target, current(target));
    }

    /// Holds that nothing is current.
    public World withdraw(String target) {
        return move(target, Optional.empty());
    }

    public World release(String target) {
        AssetPartition released = target(target);
        Optional<PartitionSet> one = Optional.of(PartitionSet.of(released.ordinal()));
        store.commits().release(Scenario.id(), MAIN, released.asset(), one, now);
        return this;
    }

    private World move(String target, Optional<VersionId> to) {
        Move move = new Move(target(target), current(target), to);
        store.commits().move(new Changeset(Scenario.id(), MAIN, now, "bad load", Optional.empty(), List.of(move)));
        return this;
    }

    private Optional<VersionId> current(String target) {
        AssetPartition of = target(target);
        return versions().current(MAIN, of.asset(), Optional.of(PartitionSet.of(of.ordinal()))).stream()
                .map(current -> current.version().id())
                .findFirst();
    }

    public RunPlan plan(String selection, String... partitions) {
        return plan(request(selection, partitions));
    }

    public RunPlan plan(RunRequest request) {
        return new RunPlanner(definitions(), versions()).plan(request);
    }

    /// One line for each step of a plan, `raw@2013-01-15 compute: it has never been materialized`; then the notes.
    public List<String> lines(RunPlan plan) {
        ReasonText text = new ReasonText(names());
        List<String> lines = new ArrayList<>();
        plan.steps().forEach(step -> lines.add(names().of(step.target()) + " " + text.describe(step.action())));
        plan.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    public List<String> lines(String selection, String... partitions) {
        return lines(plan(selection, partitions));
    }

    /// Plans and executes.
    public World materialize(String selection, String... partitions) {
        execute(plan(selection, partitions));
        return this;
    }

    /// Returns the names of what was computed.
    public List<String> execute(RunPlan plan) {
        return new Rehearsal(this, plan).run();
    }

    public Optional<Version> current(AssetPartition target) {
        return versions().current(MAIN, target.asset(), Optional.of(PartitionSet.of(target.ordinal()))).stream()
                .map(current -> current.version())
                .findFirst();
    }

    boolean isFailing(AssetPartition target) {
        return failing.contains(names().of(target));
    }

    boolean isRecordedAsSet(int inputs) {
        return inputs > mostExact;
    }

    Digest dataOf(AssetPartition target, Digest inputs) {
        String asset = target.asset().toString();
        String name = names().of(target);
        String fixed = data.containsKey(name) ? data.get(name) : data.get(asset);
        String made = "%s, %s, %s".formatted(code.get(asset), config.get(asset), inputs);
        return digest(fixed == null ? name + made : fixed);
    }
}
