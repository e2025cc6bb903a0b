package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import dev.weir.metadata.Postgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two servers beside one PostgreSQL.
class LaunchesPostgresIT {
    private static final String SLOW = "{\"selection\":\"slow\"}";

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    @Timeout(300)
    void aKeyStandsForOneRunWhicheverServerIsAsked() throws Exception {
        Gated project = Gated.in(folder);
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\n");
        try (Postgres postgres = Postgres.start(data.resolve("data"))) {
            Map<String, String> variables = Map.of("WEIR_DATABASE_URL", postgres.url("shop"));
            assertThat(Called.in(folder, variables, "db", "migrate", "-f", "Shop.java").status()).isZero();
            try (Served one = Served.open(folder, variables);
                    Served two = Served.open(folder, variables);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<HttpResponse<String>> first = () -> one.launch("nightly", SLOW);
                Callable<HttpResponse<String>> second = () -> two.launch("nightly", SLOW);
                List<Future<HttpResponse<String>>> both = List.of(threads.submit(first), threads.submit(second));

                assertThat(List.of(both.get(0).get().statusCode(), both.get(1).get().statusCode()))
                        .containsExactlyInAnyOrder(202, 200);
                boolean firstHas = both.get(0).get().statusCode() == 202;
                String run = Served.read(both.get(0).get().body()).get("run").asText();
                project.awaitBegin();
                assertThat((firstHas ? two : one).cancel(run).statusCode()).isEqualTo(409);
                project.go();
                JsonNode ended = (firstHas ? two : one).ended(run);
                assertThat(ended.get("exit_status").asInt()).isZero();
                assertThat(one.json("/api/v1/runs").get("runs")).hasSize(1);
            }
        }
    }

    @Test
    @Timeout(300)
    void aRunThatSomebodyEndsBeforeItHasBegunIsNotLaunched() throws Exception {
        Gated.in(folder);
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\n");
        try (Postgres postgres = Postgres.start(data.resolve("data"))) {
            Map<String, String> variables = Map.of("WEIR_DATABASE_URL", postgres.url("shop"));
            assertThat(Called.in(folder, variables, "db", "migrate", "-f", "Shop.java").status()).isZero();
            endEachRunAsSoonAsItIsRecorded(postgres);
            try (Served served = Served.open(folder, variables)) {
                HttpResponse<String> answer = served.launch("", SLOW);

                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(Served.read(answer.body()).get("detail").asText())
                        .matches("Nothing was launched: Run [0-9a-f-]{36} is no longer this process's: it was cancelled, or its lease ended."
                                + " Launch again\\.");
            }
        }
    }

    private static void endEachRunAsSoonAsItIsRecorded(Postgres postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE FUNCTION ended() RETURNS trigger AS $$
                    BEGIN
                        UPDATE run SET status = 'CANCELED', finished_at = created_at, problem = 'by a trigger' WHERE id = NEW.id;
                        RETURN NEW;
                    END
                    $$ LANGUAGE plpgsql""");
            statement.execute("CREATE TRIGGER ended AFTER INSERT ON run FOR EACH ROW EXECUTE FUNCTION ended()");
        }
    }
}
