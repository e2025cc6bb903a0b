package dev.weir.metadata;

import dev.weir.materializer.adopt.Adoption;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was accepted, in a database: each version takes its new digests if it is current and has the old ones.
final class JdbcAdoptionStore implements AdoptionStore {

    private static final String ADOPT =
            """
            UPDATE version SET code_digest = ?, config_digest = ?, metadata = ?
            WHERE id = ? AND code_digest = ? AND config_digest = ? AND EXISTS (
                SELECT 1 FROM partition_state p WHERE p.environment = ? AND p.asset = version.asset
                AND p.ordinal = version.ordinal AND p.current_version = version.id)""";

    private final Sessions sessions;
    private final Names names;

    JdbcAdoptionStore(Sessions sessions, Names names) {
        this.sessions = sessions;
        this.names = names;
    }

    @Override
    public boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
        names.know(environment);
        // Offered again, it finds that it was accepted.
        Sessions.Work<Boolean> adopting = session -> {
            // As a commit does, so that no publication comes between.
            session.first(Guard.LOCK_STORE, row -> row.getLong(1));
            return hasAdopted(session, id) || adopt(session, id, environment, adoptions, reason, at);
        };
        return sessions.transaction(Durability.PROMISED, adopting, adopting);
    }

    @Override
    public boolean hasAdopted(UUID id) {
        return sessions.read(session -> hasAdopted(session, id));
    }

    private static boolean hasAdopted(Session session, UUID id) throws SQLException {
        return session.first("SELECT 1 FROM changeset WHERE id = ?", row -> true, id).isPresent();
    }

    private boolean adopt(
            Session session, UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at)
            throws SQLException {
        for (Adoption adoption : adoptions) {
            if (!adopt(session, environment, adoption)) {
                session.rollback();
                return false;
            }
        }
        // Takes a number of the commits, so that whoever follows them sees it.
        session.update("UPDATE store SET sequence = sequence + 1 WHERE id = 1");
        return session.update(
                        "INSERT INTO changeset (id, environment, kind, reason, created_at) VALUES (?, ?, 'ACCEPT', ?, ?)",
                        id,
                        names.id(environment),
                        Text.storable(reason),
                        Micros.of(at))
                == 1;
    }

    private boolean adopt(Session session, EnvironmentName environment, Adoption adoption) throws SQLException {
        Digests before = adoption.before().digests();
        Digests after = adoption.after().digests();
        return session.update(
                        ADOPT,
                        after.code().value().toBytes(),
                        after.config().value().toBytes(),
                        Text.storable(Json.write(adoption.after().metadata())),
                        adoption.before().id().value(),
                        before.code().value().toBytes(),
                        before.config().value().toBytes(),
                        names.id(environment))
                == 1;
    }
}
