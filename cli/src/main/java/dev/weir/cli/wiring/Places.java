package dev.weir.cli.wiring;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.backup.Backup;
import dev.weir.materializer.project.EffectiveValue;
import dev.weir.materializer.project.ProjectFile;
import dev.weir.materializer.project.ProjectLayout;
import dev.weir.metadata.Database;
import dev.weir.metadata.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Where a project keeps its database and its data, and the id that stands in both.
record Places(ProjectLayout layout, ProjectFile file, Map<String, String> variables) {

    /// Whether there is a database to look into.
    boolean exist() {
        return url().isPresent() || Files.isDirectory(databaseFolder());
    }

    /// The memory of the project, and how it is given back.
    ///
    /// @param waiting for another process that has it
    Databases.Memory open(Databases databases, Databases.Waiting waiting) {
        if (url().isPresent()) {
            Database shared = Database.open(url().get(), project());
            return new Databases.Memory(shared, Databases.Together.alone(), shared::close);
        }
        return databases.open(layout.state(), databaseFolder(), project(), waiting);
    }

    /// Makes the schema in the PostgreSQL of the project, or brings an older one up to date.
    Database.Migration migrate() {
        return Database.migrate(url().orElseThrow(() -> new WeirException(
                ProblemCode.USAGE,
                "This project has no PostgreSQL: name one with WEIR_DATABASE_URL, or as database: {url: …} in %s. The embedded"
                                .formatted(ProjectLayout.FILE_NAME)
                        + " database brings itself up to date.")));
    }

    /// The folder of the warehouse, absolute.
    Path warehouse() {
        return layout.root()
                .resolve(file.storage().warehouse().map(Path::of).orElse(layout.state().resolve("warehouse")))
                .normalize();
    }

    /// The id of the project: as weir.yaml says, else one made up when state is first kept, and kept with it.
    String project() {
        return file.identity().id().orElseGet(this::rememberedId);
    }

    /// A project that has no id yet gets that of a backup.
    ///
    /// @throws WeirException if it has another
    void requireIdOf(Backup backup) {
        Path remembered = layout.state().resolve("project");
        if (file.identity().id().isEmpty() && url().isEmpty() && !Files.exists(remembered)) {
            try {
                Files.writeString(remembered, backup.project() + "\n");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        } else if (!project().equals(backup.project())) {
            throw new WeirException(
                    ProblemCode.FOREIGN_PROJECT,
                    "Backup %s is of project %s, and this is project %s: restore it into a folder of its own, or write project: %s into %s"
                            .formatted(
                                    backup.folder(), backup.project(), project(), backup.project(), ProjectLayout.FILE_NAME)
                            + " if it is the same.");
        }
    }

    /// Where data and memory are kept, with who says so.
    List<EffectiveValue> effective() {
        EffectiveValue warehouse = new EffectiveValue(
                "warehouse",
                warehouse().toString(),
                file.places().getOrDefault("warehouse", EffectiveValue.DEFAULT));
        boolean byVariable = url().isPresent() && !url().equals(file.storage().database());
        EffectiveValue database = new EffectiveValue(
                "database.url",
                url().map(url -> new DatabaseUrl(url).toString()).orElse("embedded, in " + databaseFolder()),
                byVariable
                        ? "environment: WEIR_DATABASE_URL"
                        : file.places().getOrDefault("database.url", EffectiveValue.DEFAULT));
        return List.of(warehouse, database);
    }

    /// Of the database, if it has one.
    Optional<String> password() {
        return url().flatMap(url -> new DatabaseUrl(url).password());
    }

    private Optional<String> url() {
        return Optional.ofNullable(variables.get("WEIR_DATABASE_URL"))
                .filter(url -> !url.isBlank())
                .or(() -> file.storage().database());
    }

    private Path databaseFolder() {
        return layout.state().resolve("db");
    }

    private String rememberedId() {
        if (url().isPresent()) {
            throw new WeirException(
                    ProblemCode.MALFORMED_PROJECT,
                    "The database is shared, and nothing says which project this is: write project: %s into %s."
                            .formatted(baseOfId(), ProjectLayout.FILE_NAME));
        }
        Path remembered = layout.state().resolve("project");
        try {
            if (!Files.exists(remembered)) {
                String id = baseOfId() + "-" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
                Files.writeString(remembered, id + "\n");
            }
            return Files.readString(remembered).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String baseOfId() {
        String name = String.valueOf(layout.root().getFileName()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String short40 = name.substring(0, Math.min(name.length(), 40));
        return short40.matches("[a-z].*") ? short40 : "project-" + short40;
    }
}
