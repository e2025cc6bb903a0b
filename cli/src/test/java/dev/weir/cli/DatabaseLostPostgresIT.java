package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lost database on PostgreSQL.
class DatabaseLostPostgresIT {

    @TempDir
    private static Path data;

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void itIsMadeAnewInAnEmptySchema() throws IOException, SQLException {
        LostProject project = project("lost");
        project.write("");
        project.done("db", "migrate");
        project.live();
        Map<String, String> before = project.told();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA lost CASCADE");
        }
        project.done("db", "migrate");
        assertThat(project.weir("materialize").err()).contains("remembers nothing");

        assertThat(project.done("doctor", "--rebuild").out()).contains("82 versions, 1 of them rejected");

        assertThat(project.told()).isEqualTo(before);
        assertThat(project.done("doctor", "--deep").out()).endsWith("All is right.\n");
    }

    @Test
    void aProjectMovesFromH2ToPostgresql() throws IOException {
        LostProject embedded = new LostProject(folder, Map.of());
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\n");
        embedded.live();
        Map<String, String> before = embedded.told();

        LostProject shared = project("moved");
        shared.done("db", "migrate");
        shared.done("doctor", "--rebuild");

        assertThat(shared.told()).isEqualTo(before);
        assertThat(shared.done("materialize", "sales", "--partition", "2013-01-05", "--force").out())
                .contains("sales@2013-01-05#3");
    }

    private LostProject project(String schema) throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\n");
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "WEIR_DATABASE_URL",
                "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s".formatted(postgres.getPort(), schema));
        return new LostProject(folder, variables);
    }
}
