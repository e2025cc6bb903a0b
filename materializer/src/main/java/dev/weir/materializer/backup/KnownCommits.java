package dev.weir.materializer.backup;

import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.doctor.Inventory;
import dev.weir.materializer.doctor.Inventory.Commit;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.WarehouseCopy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What a database knows of commits, and of the versions that it has given up.
public record KnownCommits(CommitStore commits, AdoptionStore adoptions, VersionStore versions, Inventory inventory)
        implements WarehouseCopy.Known {

    private static final int AT_ONCE = 1_000;

    @Override
    public Optional<Committed> committed(UUID group) {
        return commits.committed(group);
    }

    @Override
    public boolean isAdopted(UUID changeset) {
        return adoptions.hasAdopted(changeset);
    }

    @Override
    public boolean isCondemned(VersionId version) {
        return versions.find(version).stream().allMatch(KnownCommits::isCondemned);
    }

    @Override
    public void eachWithoutManifest(Predicate<UUID> hasManifest, Consumer<WarehouseCopy.Unnamed> unnamed) {
        List<Commit> some = inventory.commitsAfter(0, AT_ONCE);
        while (!some.isEmpty()) {
            for (Commit commit : some) {
                if (!hasManifest.test(commit.id())) {
                    kept(commit).ifPresent(version ->
                            unnamed.accept(new WarehouseCopy.Unnamed(commit.id(), version.target().asset())));
                }
            }
            some = inventory.commitsAfter(some.getLast().lastRecorded(), AT_ONCE);
        }
    }

    // That of a commit all of whose versions were given up goes with their files.
    private Optional<Version> kept(Commit commit) {
        return inventory.recordedBetween(commit.firstRecorded(), commit.lastRecorded()).stream()
                .map(Inventory.Recorded::version)
                .filter(version -> !isCondemned(version))
                .findFirst();
    }

    private static boolean isCondemned(Version version) {
        return version.state() == VersionState.CONDEMNED;
    }
}
