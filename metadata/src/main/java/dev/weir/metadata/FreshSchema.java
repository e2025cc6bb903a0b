package dev.weir.metadata;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Makes the schema in an empty H2 database as Flyway would, and leaves the history Flyway would, at a fifth of its cost:
/// the first command in a new project should not wait for a migration tool. Flyway takes over from the second schema on.
///
/// The row of the store is the last thing the first script writes. Where it is missing, nothing has ever been remembered
/// here, and what a killed process left of the schema is dropped first.
final class FreshSchema {

    private static final List<String> HISTORY = List.of(
            """
            CREATE TABLE "flyway_schema_history" (
                "installed_rank" INT NOT NULL,
                "version" VARCHAR(50),
                "description" VARCHAR(200) NOT NULL,
                "type" VARCHAR(20) NOT NULL,
                "script" VARCHAR(1000) NOT NULL,
                "checksum" INT,
                "installed_by" VARCHAR(100) NOT NULL,
                "installed_on" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                "execution_time" INT NOT NULL,
                "success" BOOLEAN NOT NULL,
                CONSTRAINT "flyway_schema_history_pk" PRIMARY KEY ("installed_rank"))""",
            "CREATE INDEX \"flyway_schema_history_s_idx\" ON \"flyway_schema_history\" (\"success\")",
            "INSERT INTO \"flyway_schema_history\" VALUES (-1, NULL, '<< Flyway Schema History table created >>', 'TABLE',"
                    + " '', NULL, CURRENT_USER, CURRENT_TIMESTAMP, 0, TRUE)");

    private final Migrations migrations;

    FreshSchema(Migrations migrations) {
        this.migrations = migrations;
    }

    void create(Session session) throws SQLException {
        List<String> statements = new ArrayList<>();
        // Nothing is promised before the last row: the disk need not follow each statement.
        statements.add("SET WRITE_DELAY 500");
        statements.add("DROP ALL OBJECTS");
        statements.addAll(HISTORY);
        for (int number = 1; number <= migrations.newest(); number++) {
            String script = migrations.text(migrations.scripts().get(number - 1));
            // The first script ends with what says that there is a schema. A later one that a kill cuts off from its row
            // of the history is run again by Flyway, which its statements bear.
            statements.add(number == 1 ? historyRow(number) : script);
            statements.add(number == 1 ? script : historyRow(number));
        }
        statements.add("SET WRITE_DELAY 0");
        statements.add("CHECKPOINT SYNC");
        try (Statement statement = session.connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String historyRow(int number) {
        String script = migrations.scripts().get(number - 1);
        String description = script.substring(script.indexOf("__") + 2, script.length() - ".sql".length());
        return """
                INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                    "checksum", "installed_by", "execution_time", "success")
                VALUES (%d, '%d', '%s', 'SQL', '%s', %d, CURRENT_USER, 0, TRUE)"""
                .formatted(number, number, description.replace('_', ' '), script, checksum(migrations.text(script)));
    }

    /// Flyway's: the CRC-32 of the lines without their ends.
    private static int checksum(String text) {
        CRC32 checksum = new CRC32();
        text.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }
}
