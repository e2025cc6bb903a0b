package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshSchemaTest {

    /// What differs between two runs of Flyway itself: the moment, the duration, and generated names.
    private static final Pattern INCIDENTAL = Pattern.compile("TIMESTAMP '[^']*', \\d+|_[0-9A-F]{1,3}\\b|_\\d+\"");

    @TempDir
    private Path folder;

    @Test
    void theSchemaAndItsHistoryAreThoseOfFlyway() throws IOException {
        Location.Folder byFlyway = new Location.Folder(folder.resolve("flyway"));
        FlywayMigration.run(byFlyway, Migrations.ALL);
        Location.Folder byWeir = new Location.Folder(Files.createDirectories(folder.resolve("weir")));
        try (Sessions sessions = sessions(byWeir)) {
            sessions.read(session -> {
                new FreshSchema(Migrations.ALL).create(session);
                byWeir.isMade();
                return true;
            });
        }

        assertThat(script(byWeir)).isEqualTo(script(byFlyway));
    }

    @Test
    void flywayFindsNothingToDoOrToComplainOf() {
        Location.Folder location = new Location.Folder(folder);
        Database.open(folder, "tests").close();

        Flyway flyway = Flyway.configure()
                .locations("classpath:db/migration/common")
                .dataSource(location.url(), "SA", "")
                .load();

        flyway.validate();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    private static Sessions sessions(Location location) {
        return new Sessions(
                Sharing.ONE_PROCESS,
                () -> new Session(location.connect(), location.dialect()),
                new Failures(location.name(), location::isReadOnly));
    }

    private static List<String> script(Location.Folder location) {
        try (Sessions sessions = sessions(location)) {
            return sessions.read(session -> session.query("SCRIPT", row -> row.getString(1))).stream()
                    .filter(line -> !line.startsWith("CREATE USER"))
                    .map(line -> INCIDENTAL.matcher(line).replaceAll(""))
                    .sorted()
                    .toList();
        }
    }
}
