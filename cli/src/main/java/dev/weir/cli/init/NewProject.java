package dev.weir.cli.init;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.wiring.MavenRepository;
import dev.weir.lineageui.json.JsonText;
import dev.weir.materializer.project.ProjectSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// A Maven project with two assets, a check and a test, to be written into a new folder.
///
/// @param name of the project, of its folder and of its artifact
/// @param packageName the Java package of its classes
public record NewProject(String name, String packageName) {
    private static final String NAME = "[a-z][a-z0-9-]{0,62}";

    /// @throws WeirException if a name is none
    public NewProject {
        if (!name.matches(NAME)) {
            throw wrong("'%s' is no name for a project: take lower-case letters, digits and hyphens, beginning with a letter, as in my-shop."
                    .formatted(name));
        }
        if (!packageName.matches("[a-z0-9_.]+") || !SourceVersion.isName(packageName)) {
            throw wrong("'%s' is no name for a package: take words of lower-case letters that Java does not reserve, joined by points, as in dev.example."
                    .formatted(packageName));
        }
    }

    /// The files by their paths below the folder of the project.
    public SequencedMap<String, String> files() {
        String folder = packageName.replace('.', '/');
        Map<String, String> resources = new LinkedHashMap<>();
        resources.put("README.md", "README.md");
        resources.put("pom.xml", "pom.xml");
        resources.put("weir.yaml", "weir.yaml");
        resources.put(".gitignore", "gitignore");
        resources.put("src/main/java/" + folder + "/Shop.java", "Shop.java");
        resources.put("src/test/java/" + folder + "/ShopTest.java", "ShopTest.java");
        resources.put(".run/Attach to weir.run.xml", "intellij.xml");
        resources.put(".vscode/launch.json", "vscode.json");
        SequencedMap<String, String> files = new LinkedHashMap<>();
        resources.forEach((path, resource) -> files.put(path, filled(resource)));
        files.put(".weir/.gitignore", "*\n");
        files.put(".weir/weir.schema.json", JsonText.of(ProjectSchema.general()) + "\n");
        return files;
    }

    /// Writes the files, and beside them what Maven needs of Weir.
    ///
    /// @param folder new or empty
    /// @throws WeirException, and nothing is written, if something is in that folder
    public void writeTo(Path folder) {
        requireEmpty(folder);
        try {
            for (Map.Entry<String, String> file : files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, file.getValue());
            }
            MavenRepository.write(folder.resolve(".weir/maven"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw wrong("%s is a file already: take another name.".formatted(folder.getFileName()));
        }
        try (Stream<Path> within = Files.list(folder)) {
            if (within.findAny().isPresent()) {
                throw wrong("Folder %s is not empty: take another name, or move away what is in it."
                        .formatted(folder.getFileName()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String filled(String resource) {
        try (InputStream text = Objects.requireNonNull(NewProject.class.getResourceAsStream(resource), resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{name}", name)
                    .replace("{package}", packageName);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WeirException wrong(String message) {
        return new WeirException(ProblemCode.USAGE, message);
    }
}
