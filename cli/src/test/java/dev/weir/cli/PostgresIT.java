package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line beside a PostgreSQL of the build's own.
class PostgresIT {

    private static final String HELLO = """
            record Greeting(String name) {}

            @Asset List<Greeting> greetings() { return List.of(new Greeting("Ada")); }
            """;

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

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Hello.java"), HELLO);
        Files.writeString(folder.resolve("weir.yaml"), "project: hello\n");
    }

    @Test
    void aDatabaseIsMadeReadyOnCommandAndSharedFromThenOn() {
        assertThat(weir("shared", "materialize").err())
                .isEqualTo("weir: Database postgres on localhost, schema shared has no schema of Weir's yet: run 'weir db"
                        + " migrate'\n");

        assertThat(weir("shared", "db", "migrate").out())
                .isEqualTo("✓ Database postgres on localhost, schema shared is ready: it has schema 9.\n");
        assertThat(weir("shared", "db", "migrate").out())
                .isEqualTo("✓ Database postgres on localhost, schema shared is up to date: it has schema 9.\n");

        Called materialized = weir("shared", "materialize");
        assertThat(materialized.err()).isEmpty();
        assertThat(materialized.out()).contains("1 published.");
        assertThat(Path.of(weir("shared", "paths", "greetings").out().strip())).exists();
        assertThat(folder.resolve(".weir/db")).doesNotExist();
    }

    @Test
    void aSchemaBelongsToOneProject() throws IOException {
        weir("owned", "db", "migrate");
        weir("owned", "materialize");
        Files.writeString(folder.resolve("weir.yaml"), "project: other\n");

        Called called = weir("owned", "materialize");

        assertThat(called.err())
                .isEqualTo("weir: Database postgres on localhost, schema owned belongs to project hello, not to other: open"
                        + " project hello, or name another schema as currentSchema in the URL\n");
        assertThat(called.status()).isEqualTo(4);
    }

    @Test
    void aSharedDatabaseHasToBeToldWhichProjectThisIs() throws IOException {
        Files.delete(folder.resolve("weir.yaml"));
        weir("nobody", "db", "migrate");

        Called called = weir("nobody", "materialize");

        assertThat(called.err())
                .startsWith("weir: The database is shared, and nothing says which project this is: write project: ");
        assertThat(called.status()).isEqualTo(2);
    }

    private Called weir(String schema, String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Hello.java";
        return Called.in(folder, Map.of("WEIR_DATABASE_URL", postgres.url(schema)), all);
    }
}
