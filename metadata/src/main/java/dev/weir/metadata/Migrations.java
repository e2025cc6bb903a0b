package dev.weir.metadata;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The scripts that make the schema what it is, and how far a database has come.
///
/// @param folders of the scripts, on the class path
/// @param scripts in order; the first has number 1
record Migrations(List<String> folders, List<String> scripts) {

    static final Migrations ALL = new Migrations(
            List.of("db/migration/common"),
            List.of(
                    "V1__first_schema.sql",
                    "V2__partition_keys.sql",
                    "V3__revision.sql",
                    "V4__standing_skips.sql",
                    "V5__rollback.sql",
                    "V6__launches.sql",
                    "V7__step_start_up.sql",
                    "V8__collection.sql",
                    "V9__pools.sql"));

    private static final List<String> NO_SUCH_TABLE = List.of("42S02", "42S04", "42P01");

    /// The number of the newest script this Weir knows.
    int newest() {
        return scripts.size();
    }

    /// What the database says of itself.
    ///
    /// @param format the number of the newest script it has run
    /// @param project whose memory it is; empty if nobody's yet
    record Store(int format, String project) {}

    /// The one row of the store, if the database has come so far.
    static Optional<Store> store(Session session) throws SQLException {
        try {
            return session.first(
                    "SELECT format, project FROM store WHERE id = 1", row -> new Store(row.getInt(1), row.getString(2)));
        } catch (SQLException failure) {
            if (NO_SUCH_TABLE.contains(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    String text(String script) {
        for (String folder : folders) {
            try (InputStream in = Migrations.class.getResourceAsStream("/" + folder + "/" + script)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        throw new IllegalStateException("Weir was built without its script " + script);
    }

    /// @throws WeirException if the store has run scripts this Weir does not know
    void requireKnown(Store store, String database) {
        if (store.format() > newest()) {
            throw new WeirException(
                    ProblemCode.NEWER_SCHEMA,
                    "Database %s has schema %d and this Weir knows %d: update Weir"
                            .formatted(database, store.format(), newest()));
        }
    }
}
