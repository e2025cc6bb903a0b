package dev.weir.materializer.warehouse;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A run that publishes two groups and gives one up, with a database that forgets nothing.
final class Publishing {

    /// What the database holds: the groups that are committed, in order, and their first sequence numbers.
    static final class Database {
        final Map<UUID, Committed> commits = new HashMap<>();
        final Map<UUID, CommitGroup> groups = new HashMap<>();
        final Set<RunId> ended = new HashSet<>();
        private long sequence;

        Committed commit(CommitGroup group) {
            Committed outcome = new Committed(sequence + 1);
            sequence += group.results().size();
            groups.put(group.id(), group);
            commits.put(group.id(), outcome);
            return outcome;
        }

        Optional<Committed> committed(UUID group) {
            return Optional.ofNullable(commits.get(group));
        }

        boolean hasEnded(RunId run) {
            return ended.contains(run);
        }
    }

    private final Database database;
    private final CrashPoints crashPoints;

    Publishing(Database database, CrashPoints crashPoints) {
        this.database = database;
        this.crashPoints = crashPoints;
    }

    /// One version before all others, which later ones share an object with.
    void first(Warehouse warehouse) throws IOException {
        Groups groups = new Groups(warehouse, crashPoints);
        RunId run = groups.run();
        database.ended.add(run);
        publish(warehouse, groups.publishing(run, groups.staged(run, "delays", 3, "shared")));
        warehouse.objects(crashPoints).endRun(run);
    }

    /// Equal bytes, new bytes in a known and in a new folder, a file-less version, a rejected one, and a refused group.
    void second(Warehouse warehouse) throws IOException {
        Groups groups = new Groups(warehouse, crashPoints).from(100);
        RunId run = groups.run();
        // Whenever this process dies, its run has ended for those who come after.
        database.ended.add(run);
        Version equal = groups.staged(run, "delays", 3, "shared");
        Version more = groups.staged(run, "delays", 4, "new");
        Version flights = groups.staged(run, "raw/flights", 0, "x", "y");
        publish(warehouse, groups.publishing(run, equal, more, flights));
        Version bad = groups.staged(run, "delays", 5, "bad");
        Version refused = groups.staged(run, "delays", 6, "refused");
        Version refusedToo = groups.staged(run, "delays", 4, "new");
        GroupFiles files = warehouse.groupFiles(Groups::keyOf, crashPoints);
        CommitGroup fenced = groups.publishing(run, refused, refusedToo);
        files.prepare(fenced);
        files.abandon(fenced);
        publish(warehouse, groups.group(run, List.of(Groups.rejected(bad))));
        warehouse.objects(crashPoints).endRun(run);
    }

    private void publish(Warehouse warehouse, CommitGroup group) {
        GroupFiles files = warehouse.groupFiles(Groups::keyOf, crashPoints);
        files.prepare(group);
        crashPoints.reached(CrashPoint.P6_BEFORE_COMMIT);
        Committed outcome = database.commit(group);
        crashPoints.reached(CrashPoint.P6_COMMITTED);
        files.committed(group, outcome);
    }
}
