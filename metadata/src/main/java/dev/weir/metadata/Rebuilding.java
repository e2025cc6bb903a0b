package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.warehouse.AcceptedNote;
import dev.weir.materializer.warehouse.AcceptedNote.Accepted;
import dev.weir.materializer.warehouse.ManifestReader;
import dev.weir.materializer.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Makes the memory of a project anew out of the manifests of its warehouse, when it is lost: versions with their verdicts,
/// what is current, what was rolled back and accepted, and what was made of what.
///
/// All of it is one transaction, but for the small numbers of names, which mean nothing by themselves: a process that dies
/// leaves a memory that is as empty as before. Done a second time, before anything was run, it changes nothing and answers as
/// the first time. Manifests are read twice, one commit at a time.
final class Rebuilding {

    private final Sessions sessions;
    private final Names names;
    private final String database;
    private final Warehouse warehouse;
    private final ManifestReader manifests;
    private final Remains remains;

    /// @param database how people call it
    Rebuilding(Sessions sessions, Names names, String database, Warehouse warehouse, Declared declared) {
        this.sessions = sessions;
        this.names = names;
        this.database = database;
        this.warehouse = warehouse;
        this.manifests = warehouse.manifests();
        this.remains = new Remains(declared, manifests.renamed());
    }

    /// @throws WeirException if the database knows of versions, or a run is under way
    Rebuilt rebuild() {
        boolean wasDone = sessions.read(this::wasDone);
        manifests.forEachConfirmed(remains::look);
        if (wasDone) {
            return sessions.read(this::rebuilt);
        }
        List<AcceptedNote> accepted = manifests.accepted();
        remains.environments.add(EnvironmentName.MAIN);
        accepted.forEach(note -> remains.environments.add(note.environment()));
        remains.environments.forEach(names::know);
        names.know(remains.assetsOfToday());
        names.knowSchemas(remains.schemas);
        Sessions.Work<Rebuilt> pass = session -> new Pass(session, accepted).run();
        Rebuilt rebuilt = sessions.transaction(Durability.PROMISED, pass, pass);
        names.readPartitionsAnew();
        return rebuilt;
    }

    /// Whether it was made anew already and nothing was run since.
    ///
    /// @throws WeirException if it is not lost
    private boolean wasDone(Session session) throws SQLException {
        boolean knows = isAny(session, "version");
        if (knows && isAny(session, "run")) {
            throw new WeirException(
                    ProblemCode.REBUILD_REFUSED,
                    "Database %s knows of versions: it is not lost, and nothing was changed. 'weir doctor' tells whether all of it is right"
                            .formatted(database));
        }
        if (isAny(session, "run WHERE status IN ('QUEUED', 'RUNNING')")) {
            throw new WeirException(
                    ProblemCode.REBUILD_REFUSED,
                    "A run is under way in database %s: wait for its end, or end it with 'weir run cancel latest'"
                            .formatted(database));
        }
        return knows;
    }

    private static boolean isAny(Session session, String from) throws SQLException {
        return session.first("SELECT 1 FROM %s FETCH FIRST 1 ROWS ONLY".formatted(from), _ -> true).isPresent();
    }

    private Rebuilt rebuilt(Session session) throws SQLException {
        return new Rebuilt(
                count(session, "commit_group") + count(session, "changeset"),
                count(session, "version"),
                count(session, "version WHERE state = 'REJECTED'"),
                count(session, "pointer_move"),
                count(session, "changeset WHERE kind = 'ACCEPT'"),
                count(session, "hold h JOIN partition_state p ON p.place = h.place AND p.sequence = h.sequence"),
                remains.renamedSince(0));
    }

    private static int count(Session session, String from) throws SQLException {
        return session.first("SELECT COUNT(*) FROM " + from, row -> row.getInt(1)).orElse(0);
    }

    private final class Pass {

        private final Session session;
        private final List<AcceptedNote> accepted;
        private long place;
        private long newest;

        Pass(Session session, List<AcceptedNote> accepted) {
            this.session = session;
            this.accepted = accepted;
        }

        Rebuilt run() throws SQLException {
            session.first(Guard.LOCK_STORE, row -> row.getLong(1));
            if (wasDone(session)) {
                return rebuilt(session);
            }
            place = session.first("SELECT recorded FROM store WHERE id = 1", row -> row.getLong(1)).orElse(0L);
            session.update("DELETE FROM partition_state");
            session.update("DELETE FROM standing_skip");
            numberPartitions();
            addCommits();
            for (AcceptedNote note : accepted) {
                accept(note);
            }
            // A number of its own: whoever has followed the commits so far sees that something happened.
            session.update("UPDATE store SET sequence = ?, recorded = ? WHERE id = 1", shown() + 1, place);
            return rebuilt(session);
        }

        private void addCommits() throws SQLException {
            try {
                manifests.forEachConfirmed(confirmed -> add(new RebuiltCommit(
                        confirmed, place, names, remains.renamedSince(confirmed.firstSequence()))));
            } catch (Carried carried) {
                throw carried.failure;
            }
        }

        private void add(RebuiltCommit commit) {
            try {
                session.updateAll(commit.statements());
            } catch (SQLException failure) {
                throw new Carried(failure);
            }
            place = commit.place();
            newest = Math.max(newest, commit.newest());
        }

        private long shown() {
            long shown = newest;
            for (EnvironmentName environment : remains.environments) {
                shown = Math.max(shown, warehouse.shown(environment));
            }
            return shown;
        }

        // Whoever looked at the project since it was lost may have made others give them other numbers.
        private void numberPartitions() throws SQLException {
            session.update("DELETE FROM partition_key");
            session.update(
                    """
                    INSERT INTO partition_key (id, key_value)
                    SELECT t.id, t.name FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (id, name)""",
                    remains.numbers.values().toArray(Integer[]::new),
                    remains.numbers.keySet().stream().map(key -> key.value()).toArray(String[]::new));
        }

        private void accept(AcceptedNote note) throws SQLException {
            session.update(
                    """
                    MERGE INTO version v
                    USING UNNEST(CAST(? AS UUID ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS VARCHAR ARRAY))
                        AS t (id, code, config, metadata)
                    ON v.id = t.id
                    WHEN MATCHED THEN UPDATE SET code_digest = t.code, config_digest = t.config, metadata = t.metadata""",
                    column(note, UUID[]::new, each -> each.version().value()),
                    column(note, byte[][]::new, each -> each.code().value().toBytes()),
                    column(note, byte[][]::new, each -> each.config().value().toBytes()),
                    column(note, String[]::new, each -> Text.storable(Json.write(each.metadata()))));
            session.update(
                    "INSERT INTO changeset (id, environment, kind, reason, created_at) VALUES (?, ?, 'ACCEPT', ?, ?)",
                    note.id(), names.id(note.environment()), Text.storable(note.reason()), Micros.of(note.at()));
        }
    }

    private static <T> T[] column(AcceptedNote note, IntFunction<T[]> array, Function<Accepted, T> field) {
        List<T> values = new ArrayList<>();
        note.versions().forEach(each -> values.add(field.apply(each)));
        return values.toArray(array);
    }

    /// Carries what the database said through the reader of the manifests.
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SQLException failure;

        Carried(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
