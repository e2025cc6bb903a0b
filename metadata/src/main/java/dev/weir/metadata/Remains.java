package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.ConfirmedSegment;
import dev.weir.materializer.warehouse.ManifestEntry;
import dev.weir.materializer.warehouse.RenamedNote;
import dev.weir.partitions.PartitionKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a first look through the manifests finds: everything that rows name by small numbers, and which assets are today
/// called otherwise. Bounded by what a project declares, not by how many versions it has.
final class Remains {

    final Set<AssetKey> assets = new TreeSet<>();
    final Set<EnvironmentName> environments = new HashSet<>();
    final Set<Schema> schemas = new HashSet<>();
    final Map<PartitionKey, Integer> numbers = new HashMap<>();
    private final Declared declared;
    private final List<RenamedNote> noted;
    private final Map<AssetKey, AssetKey> renamed = new HashMap<>();
    private final Map<AssetPartition, Long> formerNumbers = new HashMap<>();
    private final Set<AssetKey> independent = new HashSet<>();

    /// @param noted what was renamed, in order
    Remains(Declared declared, List<RenamedNote> noted) {
        this.declared = declared;
        this.noted = noted;
    }

    void look(ConfirmedSegment confirmed) {
        environments.add(confirmed.segment().environment());
        Map<AssetKey, AssetKey> since = RenamedNote.since(noted, confirmed.firstSequence());
        confirmed.entries().forEach(entry -> look(entry, since));
    }

    private void look(ManifestEntry entry, Map<AssetKey, AssetKey> since) {
        AssetKey asset = renamed(entry.target(), since).asset();
        assets.add(asset);
        if (declared.isNumbered(nowOf(asset), entry.partition())) {
            numbers.putIfAbsent(entry.partition(), entry.target().ordinal());
        }
        if (entry instanceof ManifestEntry.Made made) {
            look(renamed(made.version(), since));
        }
    }

    private void look(Version version) {
        version.inputs().forEach(input -> assets.add(input.asset()));
        if (version.content() instanceof Content.TableFiles table) {
            schemas.add(table.schema());
        }
        AssetKey asset = version.target().asset();
        if (declared.renamed(asset).isPresent()) {
            AssetKey now = nowOf(asset);
            renamed.put(asset, now);
            formerNumbers.merge(new AssetPartition(now, version.target().ordinal()), version.number(), Math::max);
        } else if (version.number() <= formerNumbers.getOrDefault(version.target(), 0L)) {
            // What was renamed goes on counting: this one had versions of its own beside those of the former key.
            independent.add(asset);
        }
    }

    private AssetKey nowOf(AssetKey asset) {
        return declared.renamed(asset).orElse(asset);
    }

    /// The keys of today by those in a manifest, where they differ. After the look.
    Map<AssetKey, AssetKey> renamedSince(long sequence) {
        Map<AssetKey, AssetKey> declared = renamed();
        Map<AssetKey, AssetKey> since = RenamedNote.since(noted, sequence);
        since.replaceAll((_, key) -> declared.getOrDefault(key, key));
        declared.forEach(since::putIfAbsent);
        return since;
    }

    /// Of those that nobody has noted.
    private Map<AssetKey, AssetKey> renamed() {
        Map<AssetKey, AssetKey> sure = new HashMap<>(renamed);
        sure.values().removeAll(independent);
        return sure;
    }

    /// All assets by their keys of today.
    Set<AssetKey> assetsOfToday() {
        Map<AssetKey, AssetKey> now = renamed();
        Set<AssetKey> today = new TreeSet<>();
        assets.forEach(asset -> today.add(now.getOrDefault(asset, asset)));
        return today;
    }

    /// An entry's target by its key of today.
    static AssetPartition renamed(AssetPartition target, Map<AssetKey, AssetKey> now) {
        AssetKey key = now.get(target.asset());
        return key == null ? target : new AssetPartition(key, target.ordinal());
    }

    /// A version by the keys of today.
    static Version renamed(Version version, Map<AssetKey, AssetKey> now) {
        if (now.isEmpty()) {
            return version;
        }
        return new Version(
                version.id(),
                renamed(version.target(), now),
                version.number(),
                version.state(),
                version.origin(),
                version.digests(),
                version.content(),
                version.inputs().stream().map(input -> renamed(input, now)).toList(),
                version.metadata(),
                version.tags(),
                version.tainted());
    }

    private static InputUse renamed(InputUse input, Map<AssetKey, AssetKey> now) {
        AssetKey key = now.getOrDefault(input.asset(), input.asset());
        return switch (input) {
            case InputUse.Exact exact -> new InputUse.Exact(key, exact.ordinal(), exact.version());
            case InputUse.Many many -> new InputUse.Many(key, many.partitions(), many.asOf(), many.combined());
        };
    }
}
