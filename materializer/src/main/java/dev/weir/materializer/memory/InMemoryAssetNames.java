package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.memory.InMemoryStore.AssetIn;
import dev.weir.materializer.memory.InMemoryStore.Moved;
import dev.weir.materializer.memory.InMemoryStore.Pointer;
import dev.weir.materializer.memory.InMemoryStore.RangeReader;
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names in memory: what holds a key is made anew with the other one.
final class InMemoryAssetNames implements AssetNames {

    private final InMemoryStore store;

    InMemoryAssetNames(InMemoryStore store) {
        this.store = store;
    }

    /// As nobody else reads this memory.
    @Override
    public void readAs(AssetKey asset, List<AssetKey> former) {
        Optional<AssetKey> _ = rename(asset, former);
    }

    @Override
    public Optional<AssetKey> formerOf(AssetKey asset, List<AssetKey> former) {
        synchronized (store) {
            return knows(asset) ? Optional.empty() : former.stream().filter(this::knows).findFirst();
        }
    }

    @Override
    public Optional<AssetKey> rename(AssetKey asset, List<AssetKey> former) {
        synchronized (store) {
            Optional<AssetKey> known = formerOf(asset, former);
            known.ifPresent(old -> new Renaming(old, asset).rename());
            return known;
        }
    }

    @Override
    public boolean knows(AssetKey asset) {
        synchronized (store) {
            return store.pointers.entrySet().stream()
                    .anyMatch(each -> each.getKey().asset().equals(asset) && !each.getValue().isEmpty());
        }
    }

    private final class Renaming {

        private final AssetKey from;
        private final AssetKey to;

        Renaming(AssetKey from, AssetKey to) {
            this.from = from;
            this.to = to;
        }

        void rename() {
            store.sequence++;
            rekey(store.pointers, each -> new AssetIn(each.environment(), key(each.asset())), pointers -> {
                pointers.values().forEach(this::pointer);
                return pointers;
            });
            rekey(store.numbers, this::target, numbers -> numbers);
            rekey(store.rangeReaders, this::key, readers -> readers.stream()
                    .map(each -> new RangeReader(each.environment(), many(each.use()), each.reader()))
                    .collect(Collectors.toCollection(ArrayList::new)));
            store.versions.replaceAll((_, version) -> version(version));
            store.verdicts.replaceAll((_, verdicts) -> verdicts.stream().map(this::verdict).toList());
            store.log.replaceAll((_, each) -> new Publication(
                    each.sequence(), each.environment(), target(each.target()), each.version(), each.run(), each.at()));
            store.moves.replaceAll((_, each) -> new Moved(each.environment(), move(each.move())));
            store.runs.values().forEach(this::run);
        }

        private <K, V> void rekey(Map<K, V> map, Function<K, K> key, Function<V, V> value) {
            Map<K, V> other = new HashMap<>();
            map.forEach((each, of) -> other.put(key.apply(each), value.apply(of)));
            map.clear();
            map.putAll(other);
        }

        private AssetKey key(AssetKey asset) {
            return asset.equals(from) ? to : asset;
        }

        private AssetPartition target(AssetPartition target) {
            return new AssetPartition(key(target.asset()), target.ordinal());
        }

        private void pointer(Pointer pointer) {
            Hold hold = pointer.hold;
            if (hold != null) {
                pointer.hold = new Hold(target(hold.target()), hold.number(), hold.reason(), hold.since());
            }
            StandingSkip skip = pointer.skip;
            if (skip != null) {
                pointer.skip = new StandingSkip(
                        target(skip.target()), skip.code(), skip.config(), skip.inputs(), skip.why(), skip.at());
            }
        }

        private PointerMove move(PointerMove move) {
            return new PointerMove(move.sequence(), target(move.target()), move.version(), move.at());
        }

        private Version version(Version of) {
            return new Version(
                    of.id(), target(of.target()), of.number(), of.state(), of.origin(), of.digests(), of.content(),
                    of.inputs().stream().map(this::use).toList(), of.metadata(), of.tags(), of.tainted());
        }

        private InputUse use(InputUse use) {
            return switch (use) {
                case InputUse.Exact exact -> new InputUse.Exact(key(exact.asset()), exact.ordinal(), exact.version());
                case InputUse.Many many -> many(many);
            };
        }

        private InputUse.Many many(InputUse.Many many) {
            return new InputUse.Many(key(many.asset()), many.partitions(), many.asOf(), many.combined());
        }

        private Verdict verdict(Verdict of) {
            return new Verdict(
                    new CheckKey(key(of.check().asset()), of.check().name()), of.digest(), of.severity(),
                    of.description(), of.result(), of.took());
        }

        private void run(RunState run) {
            run.steps.replaceAll(step -> new StepRecord(
                    step.run(), target(step.target()), step.state(), step.attempt(), step.version(), step.timing(),
                    step.reason(), step.detail()));
            Set<AssetPartition> ended = new HashSet<>();
            run.ended.forEach(each -> ended.add(target(each)));
            run.ended.clear();
            run.ended.addAll(ended);
        }
    }
}
