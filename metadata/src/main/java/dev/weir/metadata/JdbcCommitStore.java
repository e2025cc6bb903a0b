package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitOutcome.RunLost;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Claims and commits in a database, each one transaction. Locks are taken in one order: the run, the store, the rest.
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
        return sessions.transaction(Durability.PROMISED, session -> {
            int environment = names.id(lease.environment());
            if (!Guard.lock(session, lease, NO_GROUP, environment).held()) {
                throw new RunLostException(lease.run());
            }
            return new ClaimRows(targets, names).claim(session, environment, lease.run());
        });
    }

    @Override
    public CommitOutcome commit(CommitGroup group) {
        names.know(group.lease().environment());
        know(group.results());
        return sessions.transaction(Durability.PROMISED, session -> {
            Guard guard = Guard.lock(session, group.lease(), group.id(), names.id(group.lease().environment()));
            if (guard.committed() != null) {
                return new Committed(guard.committed());
            }
            return guard.held() ? write(session, group, guard) : new RunLost();
        });
    }

    @Override
    public Optional<Committed> committed(UUID group) {
        return sessions.read(session -> Optional.ofNullable(Guard.committed(session, group)).map(Committed::new));
    }

    private CommitOutcome write(Session session, CommitGroup group, Guard guard) throws SQLException {
        GroupRows rows = new GroupRows(group, guard, names);
        if (rows.claims() > 0 && session.update(rows.move()) != rows.claims()) {
            session.rollback();
            return new Fenced(
                    rows.pointers().fenced(session, group.lease().run().value()));
        }
        session.updateAll(rows.statements());
        return new Committed(guard.sequence() + 1);
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
