package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitOutcome.RunLost;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Claims and commits in a database, each one transaction. Locks are taken in one order: the run, the store, the rest. All but a commit may be
/// done twice: a claim after the first only takes the next epoch, and what has an id has happened.
final class JdbcCommitStore implements CommitStore {

    private static final UUID NO_GROUP = new UUID(0, 0);

    private final Sessions sessions;
    private final Names names;

    JdbcCommitStore(Sessions sessions, Names names) {
        this.sessions = sessions;
        this.names = names;
    }

    @Override
    public List<Claim> claim(RunLease lease, List<AssetPartition> targets) {
        names.know(lease.environment());
        names.know(assetsOf(targets));
        return sessions.again(Durability.PROMISED, session -> {
            int environment = names.id(lease.environment());
            if (!Guard.lock(session, lease, NO_GROUP, environment).held()) {
                throw new RunLostException(lease.run());
            }
            return new ClaimRows(targets, names).claim(session, environment, lease.run());
        });
    }

    @Override
    public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
        names.know(environment);
        names.know(assetsOf(targets));
        return sessions.again(Durability.PROMISED, session -> {
            if (!Guard.lockQueued(session, run)) {
                throw new RunLostException(run);
            }
            int number = names.id(environment);
            Optional<Rival> rival = new Rivals(run, number, names).find(session, targets);
            if (rival.isPresent()) {
                return new Turn.Waits(rival.get());
            }
            List<Claim> claims = new ArrayList<>(targets.size());
            for (List<AssetPartition> part : Parts.of(targets)) {
                claims.addAll(new ClaimRows(part, names).claim(session, number, run));
            }
            // Last, as many claims take a while. Nobody can take the run for dead meanwhile: its row is locked.
            session.update(
                    "UPDATE run SET lease_until = " + session.dialect().clock() + " + ? WHERE id = ?",
                    Micros.of(startWithin),
                    run.value());
            return new Turn.Begins(claims);
        });
    }

    @Override
    public Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
        names.know(environment);
        names.know(assetsOf(targets));
        return sessions.read(session -> new Rivals(run, names.id(environment), names).find(session, targets));
    }

    @Override
    public CommitOutcome commit(CommitGroup group) {
        names.know(group.lease().environment());
        know(group.results());
        GroupRows rows = new GroupRows(group, names);
        return sessions.transaction(Durability.PROMISED, session -> {
            // Before the lock, so that others wait for as little as possible.
            session.bind(rows.moves());
            session.bind(rows.others());
            session.updateAll(rows.unnumbered());
            Guard guard = Guard.lock(session, group.lease(), group.id(), names.id(group.lease().environment()));
            if (guard.committed() == null && guard.held()) {
                return write(session, rows, guard.numbers());
            }
            session.rollback();
            return guard.committed() == null ? new RunLost() : new Committed(guard.committed());
        });
    }

    /// Locks the store for an answer that is no: a transaction whose process has died may still be on its way.
    @Override
    public Optional<Committed> committed(UUID group) {
        Optional<Committed> known = sessions.read(session -> committed(session, group));
        return known.isPresent()
                ? known
                : sessions.again(Durability.USUAL, session -> {
                    session.first(Guard.LOCK_STORE, row -> row.getLong(1));
                    return committed(session, group);
                });
    }

    private static Optional<Committed> committed(Session session, UUID id) throws SQLException {
        Long first = Guard.committed(session, id);
        return Optional.ofNullable(first == null ? moved(session, id) : first).map(Committed::new);
    }

    private static @Nullable Long moved(Session session, UUID changeset) throws SQLException {
        return session.first(
                        "SELECT first_sequence FROM changeset WHERE id = ? AND first_sequence IS NOT NULL",
                        row -> row.getLong(1),
                        changeset)
                .orElse(null);
    }

    @Override
    public MoveOutcome move(Changeset changeset) {
        names.know(changeset.environment());
        names.know(changeset.moves().stream().map(move -> move.target().asset()).toList());
        return sessions.again(Durability.PROMISED, session -> {
            long sequence =
                    session.first(Guard.LOCK_STORE, row -> row.getLong(1)).orElseThrow();
            Long earlier = moved(session, changeset.id());
            if (earlier != null) {
                return new MoveOutcome.Moved(earlier);
            }
            MoveRows rows = new MoveRows(changeset, names);
            Optional<MoveOutcome.Refused> refusal = rows.refusal(session);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            session.updateAll(rows.statements(sequence));
            return new MoveOutcome.Moved(sequence + 1);
        });
    }

    @Override
    public PartitionSet release(
            UUID id, EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions, Instant at) {
        names.know(environment);
        names.know(List.of(asset));
        Releasing releasing = new Releasing(id, names.id(environment), names.id(asset), partitions, at);
        return sessions.again(Durability.PROMISED, releasing::in);
    }

    private static CommitOutcome write(Session session, GroupRows rows, Numbers numbers) throws SQLException {
        for (Statement move : rows.moves()) {
            if (session.updateBound(move, numbers) != rows.claims()) {
                session.rollback();
                return new Fenced(rows.fenced(session));
            }
        }
        session.updateAllBound(rows.others(), numbers);
        session.updateAll(rows.advance(numbers));
        return new Committed(numbers.sequence() + 1);
    }

    private void know(List<StepResult> results) {
        Set<AssetKey> assets = new LinkedHashSet<>();
        Set<Schema> schemas = Set.of();
        for (StepResult result : results) {
            assets.add(result.target().asset());
            Version version = result.made();
            if (version != null) {
                for (InputUse input : version.inputs()) {
                    assets.add(input.asset());
                }
                if (version.content() instanceof Content.TableFiles table) {
                    schemas = schemas.isEmpty() ? new LinkedHashSet<>() : schemas;
                    schemas.add(table.schema());
                }
            }
        }
        names.know(assets);
        names.knowSchemas(schemas);
    }

    private static Set<AssetKey> assetsOf(List<AssetPartition> targets) {
        Set<AssetKey> assets = new LinkedHashSet<>();
        targets.forEach(target -> assets.add(target.asset()));
        return assets;
    }
}
