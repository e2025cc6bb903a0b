package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Finds the versions that references mean, in one environment.
public final class Versions {
    private final ProjectFacts facts;
    private final EnvironmentName environment;

    public Versions(ProjectFacts facts, EnvironmentName environment) {
        this.facts = facts;
        this.environment = environment;
    }

    /// The version itself, or the current one of the partition, or of the asset the one that was made last: of the run that
    /// published last, that of its last partition.
    ///
    /// @throws WeirException if a number was given that no version has
    public Optional<Version> find(Reference reference) {
        if (reference.number().isPresent()) {
            AssetPartition target = reference.target();
            long number = reference.number().getAsLong();
            return Optional.of(facts.versions().find(target, number).orElseThrow(() -> missing(target, number)));
        }
        return madeLast(current(reference).stream().map(CurrentVersion::version).toList());
    }

    /// The current version of the partition, or of the newest partition of the asset, however many there are.
    public Optional<Version> newest(Reference reference) {
        if (reference.partition().isPresent()) {
            return current(reference).stream().map(CurrentVersion::version).findFirst();
        }
        PartitionSet published = facts.versions().published(environment, reference.asset(), VersionStore.Published.ALL);
        OptionalInt last = published.ordinals().max();
        return last.isEmpty()
                ? Optional.empty()
                : newest(new Reference(reference.asset(), last, OptionalLong.empty()));
    }

    /// The current version of the newest partition of each of several assets; those without any are left out.
    public Map<AssetKey, Version> newest(Collection<AssetKey> assets) {
        Map<AssetKey, PartitionSet> last = new HashMap<>();
        facts.versions().published(environment, assets, VersionStore.Published.ALL).forEach((asset, all) ->
                last.put(asset, PartitionSet.of(all.last())));
        Map<AssetKey, Version> newest = new HashMap<>();
        facts.versions().current(environment, last, Progress.UNSEEN).forEach(current ->
                newest.put(current.version().target().asset(), current.version()));
        return newest;
    }

    /// What is current of the asset or the partition, by ascending ordinal.
    public List<CurrentVersion> current(Reference reference) {
        return facts.versions().current(environment, reference.asset(), partitions(reference));
    }

    /// The rejected version that stands and was made last: of the run that rejected last, that of its last partition.
    public Optional<Version> rejected(Reference reference) {
        return madeLast(facts.versions().standingRejections(environment, reference.asset()).stream()
                .filter(version -> reference.partition().isEmpty()
                        || reference.partition().getAsInt() == version.target().ordinal())
                .toList());
    }

    // Partitions of one run are made side by side, and which of them ends last is chance.
    private static Optional<Version> madeLast(Collection<Version> versions) {
        return versions.stream().max(Version.OLDEST_FIRST).map(newest -> versions.stream()
                .filter(version -> version.origin().run().equals(newest.origin().run()))
                .max(Comparator.comparing(Version::target).thenComparing(Version.OLDEST_FIRST))
                .orElse(newest));
    }

    /// The skips by a condition that stand, the newest first.
    public List<StandingSkip> skips(Reference reference) {
        return facts.versions().standingSkips(environment, List.of(reference.asset())).stream()
                .filter(skip -> reference.partition().isEmpty()
                        || reference.partition().getAsInt() == skip.target().ordinal())
                .sorted(Comparator.comparing(StandingSkip::at, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(StandingSkip::target)
                        .reversed())
                .toList();
    }

    /// What is held of the asset or the partition.
    public List<Hold> holds(Reference reference) {
        return facts.versions().holds(environment).stream()
                .filter(hold -> hold.target().asset().equals(reference.asset()))
                .filter(hold -> reference.partition().isEmpty()
                        || reference.partition().getAsInt() == hold.target().ordinal())
                .toList();
    }

    /// The version a reference means.
    ///
    /// @throws WeirException if there is none
    public Version require(Reference reference) {
        return find(reference).orElseThrow(() -> nothing(reference));
    }

    /// The version of the same partition that was published last before this one, also if it was collected since.
    ///
    /// @throws WeirException if there is none
    public Version before(Version after) {
        return facts.versions().publishedBefore(after.target(), after.number(), 1).stream()
                .findFirst()
                .orElseThrow(() -> new WeirException(
                        ProblemCode.UNKNOWN_VERSION,
                        "No version was published before %s, so there is nothing to compare it with: name two versions."
                                .formatted(new Names(facts.graph()).of(after))));
    }

    public WeirException nothing(Reference reference) {
        String name = name(reference);
        return new WeirException(
                ProblemCode.INPUT_MISSING,
                "%s has no published version in environment %s. Run weir materialize %s."
                        .formatted(name, environment, materializing(reference)));
    }

    private String materializing(Reference reference) {
        return reference.partition().isEmpty()
                        || name(reference).equals(reference.asset().toString())
                ? reference.asset().toString()
                : reference.asset() + " --partition " + name(reference).substring(reference.asset().toString().length() + 1);
    }

    private String name(Reference reference) {
        return reference.partition().isEmpty()
                ? reference.asset().toString()
                : new Names(facts.graph()).of(reference.target());
    }

    private WeirException missing(AssetPartition target, long number) {
        String name = new Names(facts.graph()).of(target);
        List<Version> versions = facts.versions().versionsOf(target);
        if (!versions.isEmpty() && number < versions.getFirst().number()) {
            return new WeirException(
                    ProblemCode.UNKNOWN_VERSION,
                    "There is no version %s#%d any more: it was collected, and the run that made it is not remembered either. weir versions %s lists what there is."
                            .formatted(name, number, name));
        }
        return new WeirException(
                ProblemCode.UNKNOWN_VERSION,
                versions.isEmpty()
                        ? "There is no version %s#%d: %s has none yet.".formatted(name, number, name)
                        : "There is no version %s#%d: the newest is %s#%d."
                                .formatted(name, number, name, versions.getFirst().number()));
    }

    private static Optional<PartitionSet> partitions(Reference reference) {
        return reference.partition().isEmpty()
                ? Optional.empty()
                : Optional.of(PartitionSet.of(reference.partition().getAsInt()));
    }
}
