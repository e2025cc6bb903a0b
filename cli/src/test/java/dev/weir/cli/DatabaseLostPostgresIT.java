package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lost database on PostgreSQL.
class DatabaseLostPostgresIT {

    /// What a rebuild writes, in this order.
    private static final List<String> WRITTEN = List.of(
            "asset", "partition_key", "version", "version_input", "partition_state", "verdict", "commit_group", "pointer_move", "hold",
            "changeset", "store");

    @TempDir
    private static Path data;

    private static Postgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(data.resolve("data"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void itIsMadeAnewInAnEmptySchema() throws Exception {
        LostProject project = project("lost");
        project.write("");
        project.done("db", "migrate");
        project.live();
        Map<String, String> before = project.told();
        postgres.execute("DROP SCHEMA lost CASCADE");
        project.done("db", "migrate");
        assertThat(project.weir("materialize").err()).contains("remembers nothing");

        assertThat(project.done("doctor", "--rebuild").out()).contains("82 versions, 1 of them rejected");

        assertThat(project.told()).isEqualTo(before);
        assertThat(project.done("doctor", "--deep").out()).endsWith("All is right.\n");
    }

    @Test
    void aRebuildThatIsKilledAnywhereIsAsIfItHadNotBegun() throws Exception {
        LostProject project = project("killed");
        project.write("");
        project.done("db", "migrate");
        project.live();
        Map<String, String> before = project.told();
        postgres.execute("DROP SCHEMA killed CASCADE");
        project.done("db", "migrate");
        Called list = project.weir("list");
        postgres.execute("CREATE FUNCTION killed.halt() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN NULL; END'");
        for (String table : WRITTEN) {
            postgres.execute("CREATE TRIGGER halt BEFORE INSERT OR UPDATE ON killed.%s FOR EACH STATEMENT EXECUTE FUNCTION killed.halt()".formatted(table));
            try (Running rebuild = project.running("doctor", "--rebuild")) {
                rebuild.until(() -> postgres.has("pg_stat_activity WHERE wait_event = 'PgSleep'"));
                assertThat(project.weir("list")).as("halted at " + table).isEqualTo(list);
                assertThat(project.weir("materialize").err()).as("halted at " + table).contains("remembers nothing");
            }
            postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
            postgres.execute("DROP TRIGGER halt ON killed." + table);
            assertThat(project.weir("materialize").err()).as("killed at " + table).contains("remembers nothing");
        }

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
        return new LostProject(folder, Map.of("WEIR_DATABASE_URL", postgres.url(schema)));
    }
}
