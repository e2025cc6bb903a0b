package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.history.Forgotten;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it forgets, in the middle of a transaction that removes rows of each table in turn: whatever is told
/// of what is kept is told as before, and whoever forgets next comes to the same end as one that was never killed, row by row.
class ForgettingKilledTest {

    /// What forgetting removes, in this order.
    private static final List<String> REMOVED = List.of(
            "version_range_input", "verdict", "step_start_up", "collected", "version", "changeset", "run", "outbox", "step",
            "commit_group", "definition_snapshot", "version_input");

    @TempDir
    private Path folder;

    @Test
    void onH2() throws Exception {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (Database database = Database.open(killed, "tests")) {
            MuchHistory.make(database);
        }
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Files.copy(killed.resolve("weir.mv.db"), whole.resolve("weir.mv.db"));
        Map<String, Object> answers;
        Map<String, List<String>> rows;
        try (Database database = Database.open(whole, "tests")) {
            answers = MuchHistory.answers(database);
            assertThat(Forgets.forgetting(database).forget().versions()).isGreaterThan(1_000);
            assertThat(MuchHistory.answers(database)).isEqualTo(answers);
            rows = MuchHistory.rows(database);
        }

        for (String table : REMOVED) {
            try (Database database = Database.open(killed, "tests")) {
                change(database, "CREATE TRIGGER halt BEFORE DELETE ON %s CALL '%s'".formatted(table, Forgets.Halting.class.getName()));
            }
            try (Child child = Child.start(Forgets.class, killed.toString(), "1")) {
                assertThat(child.line()).as("halted at " + table).isNull();
            }
            try (Database database = Database.open(killed, "tests")) {
                assertThat(MuchHistory.answers(database)).as("killed at " + table).isEqualTo(answers);
                change(database, "DROP TRIGGER halt");
            }
        }

        requireTheSameEnd(killed.toString(), answers, rows);
    }

    @Test
    void onPostgreSql() throws Exception {
        try (Postgres postgres = Postgres.start(folder.resolve("data"))) {
            String url = postgres.url("killed");
            Database.migrate(url);
            Map<String, Object> answers;
            try (Database database = Database.open(url, "tests")) {
                MuchHistory.make(database);
                answers = MuchHistory.answers(database);
            }
            Map<String, List<String>> rows = rowsOfWhole(postgres);
            postgres.execute("CREATE FUNCTION killed.halt() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN NULL; END'");

            for (String table : REMOVED) {
                postgres.execute("CREATE TRIGGER halt BEFORE DELETE ON killed.%s FOR EACH STATEMENT EXECUTE FUNCTION killed.halt()".formatted(table));
                try (Child child = Child.start(Forgets.class, url, "0")) {
                    child.until(() -> postgres.has("pg_stat_activity WHERE wait_event = 'PgSleep'"));
                    try (Database database = Database.open(url, "tests")) {
                        assertThat(MuchHistory.answers(database)).as("halted at " + table).isEqualTo(answers);
                    }
                }
                postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
                postgres.execute("DROP TRIGGER halt ON killed." + table);
                try (Database database = Database.open(url, "tests")) {
                    assertThat(MuchHistory.answers(database)).as("killed at " + table).isEqualTo(answers);
                }
            }

            requireTheSameEnd(url, answers, rows);
        }
    }

    /// Forgets in a copy of the schema.
    private static Map<String, List<String>> rowsOfWhole(Postgres postgres) throws Exception {
        String url = postgres.url("whole");
        Database.migrate(url);
        try (Database database = Database.open(url, "tests")) {
            // Whatever refers to what.
            StringBuilder copy = new StringBuilder("SET session_replication_role = replica;");
            MuchHistory.rows(database).keySet().forEach(table -> copy.append(
                    "DELETE FROM whole.%1$s; INSERT INTO whole.%1$s OVERRIDING SYSTEM VALUE SELECT * FROM killed.%1$s;".formatted(table)));
            postgres.execute(copy.toString());
        }
        try (Database database = Database.open(url, "tests")) {
            assertThat(Forgets.forgetting(database).forget().versions()).isGreaterThan(1_000);
            return MuchHistory.rows(database);
        }
    }

    private static void requireTheSameEnd(String place, Map<String, Object> answers, Map<String, List<String>> rows) throws Exception {
        try (Child child = Child.start(Forgets.class, place, "0")) {
            assertThat(child.line()).startsWith("Forgotten");
            assertThat(child.line()).isNull();
        }
        try (Database database = Forgets.open(place)) {
            assertThat(MuchHistory.answers(database)).isEqualTo(answers);
            Map<String, List<String>> after = MuchHistory.rows(database);
            rows.forEach((table, all) -> assertThat(after.get(table)).as(table).isEqualTo(all));
            assertThat(Forgets.forgetting(database).forget()).isEqualTo(Forgotten.NOTHING);
        }
    }

    private static void change(Database database, String sql) {
        int _ = database.sessions().transaction(Durability.PROMISED, session -> session.update(sql));
    }
}
