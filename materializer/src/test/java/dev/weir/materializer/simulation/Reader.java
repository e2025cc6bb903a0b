package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Somebody who finds out what is current and reads it for a while: for the grace from before having asked, or for longer with
/// a pin, which counts from before it was asked for.
final class Reader {

    private static final Duration PINNED = Duration.ofSeconds(20);

    private final World world;
    private final VersionStore versions;
    private final CollectionStore collections;

    Reader(World world, VersionStore versions, CollectionStore collections) {
        this.world = world;
        this.versions = versions;
        this.collections = collections;
    }

    void read() {
        RandomGenerator random = world.random();
        Loop loop = world.loop();
        Instant until = loop.instant().plus(Garbage.GRACE);
        AssetKey asset = List.copyOf(Pipeline.definitions().graph().keys()).get(random.nextInt(4));
        List<CurrentVersion> current = versions.current(EnvironmentName.MAIN, asset, Optional.empty());
        if (current.isEmpty()) {
            return;
        }
        Version version = current.get(random.nextInt(current.size())).version();
        Instant asked = loop.instant();
        UUID id = new UUID(random.nextLong(), random.nextLong());
        if (random.nextBoolean() && collections.pin(new Pin(id, version.id(), "reader"), PINNED)) {
            if (world.faults().oneIn(3)) {
                loop.sleep(world.faults().upTo(Duration.ofSeconds(30)));
            }
            until = (world.mutant() == Mutant.PIN_TIMED_FROM_REPLY ? loop.instant() : asked).plus(PINNED);
        }
        while (true) {
            loop.sleep(world.faults().upTo(Duration.ofSeconds(4)));
            if (!loop.instant().isBefore(until)) {
                return;
            }
            world.invariants().read(version);
        }
    }
}
