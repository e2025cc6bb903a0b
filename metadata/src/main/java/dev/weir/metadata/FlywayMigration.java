package dev.weir.metadata;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Runs the scripts a database has not run yet. The only class that touches Flyway: while the schema is up to date, none
/// of Flyway is loaded.
final class FlywayMigration {

    private FlywayMigration() {}

    static void run(Location location, Migrations migrations) {
        FluentConfiguration configuration = Flyway.configure(FlywayMigration.class.getClassLoader())
                .locations(migrations.folders().stream()
                        .map(folder -> "classpath:" + folder)
                        .toArray(String[]::new));
        switch (location) {
            case Location.Folder folder -> configuration.dataSource(folder.url(), "SA", "");
            case Location.Server server -> configuration.dataSource(server.source()).schemas(server.schema());
        }
        configuration.load().migrate();
    }
}
