package dev.weir.materializer.project;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.project.ProjectFile.Identity;
import dev.weir.materializer.project.ProjectFile.Storage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `weir.yaml`, and says all at once what is wrong in it.
final class ProjectFileReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    private final Path file;
    private final YamlReader yaml;

    ProjectFileReader(Path file) {
        this.file = file.toAbsolutePath();
        this.yaml = new YamlReader(ProjectLayout.FILE_NAME);
    }

    ProjectFile read(String text) {
        Map<String, Node> keys = yaml.document(
                text, List.of("project", "classes", "config", "secrets", "defaults", "parallel", "warehouse", "database"));
        ProjectFile read = new ProjectFile(
                identity(keys.get("project")),
                value(keys, "classes", this::paths),
                config(keys.get("config")),
                secrets(keys.get("secrets")),
                new AssetDefaultsReader(yaml).read(keys.get("defaults")),
                parallel(keys.get("parallel")),
                new Storage(
                        value(keys, "warehouse", this::warehouse),
                        value(keys, "database", this::database)));
        List<Problem> problems = yaml.problems();
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
        return read;
    }

    private static <T> Optional<T> value(Map<String, Node> keys, String key, Function<Node, Optional<T>> reading) {
        return Optional.ofNullable(keys.get(key)).flatMap(reading);
    }

    private Identity identity(@Nullable Node project) {
        if (project == null) {
            return new Identity(Optional.empty(), Optional.empty());
        }
        if (YamlReader.isText(project)) {
            return new Identity(yaml.text("project", project).flatMap(id -> id(id, project)), Optional.empty());
        }
        Map<String, Node> keys = yaml.mapping("project", project, List.of("id", "name"));
        return new Identity(
                value(keys, "id", node -> yaml.text("project: id", node).flatMap(id -> id(id, node))),
                value(keys, "name", node -> yaml.text("project: name", node)));
    }

    private Optional<String> id(String id, Node node) {
        if (ID.matcher(id).matches()) {
            return Optional.of(id);
        }
        yaml.wrong(node, "'%s' is not a project id: start with a letter, then use lower-case letters, digits, '-' and '_'"
                .formatted(id));
        return Optional.empty();
    }

    private Optional<List<Path>> paths(Node node) {
        List<Path> paths = new ArrayList<>();
        for (Node each : yaml.list("classes", node)) {
            path("classes", each).ifPresent(paths::add);
        }
        return Optional.of(paths);
    }

    private Optional<Path> path(String name, Node node) {
        Optional<String> text = yaml.text(name, node);
        try {
            return text.map(path -> file.resolveSibling(path).normalize());
        } catch (InvalidPathException malformed) {
            yaml.wrong(node, "%s: '%s' is not a path (%s): correct it".formatted(name, text.orElseThrow(), malformed.getReason()));
            return Optional.empty();
        }
    }

    private Map<String, Map<String, WrittenText>> config(@Nullable Node config) {
        Map<String, Map<String, WrittenText>> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Node> section : yaml.mapping("config", config).entrySet()) {
            String name = "config: " + section.getKey();
            Map<String, WrittenText> values = new LinkedHashMap<>();
            yaml.mapping(name, section.getValue()).forEach((field, value) -> yaml.text(name + ": " + field, value)
                    .ifPresent(text -> values.put(field, new WrittenText(text, yaml.placeOf(value)))));
            sections.put(section.getKey(), values);
        }
        return sections;
    }

    private Map<String, SecretSource> secrets(@Nullable Node secrets) {
        Map<String, SecretSource> sources = new LinkedHashMap<>();
        yaml.mapping("secrets", secrets)
                .forEach((name, node) -> secret(name, node).ifPresent(source -> sources.put(name, source)));
        return sources;
    }

    private Optional<SecretSource> secret(String name, Node node) {
        // The value is not repeated: it may be the secret itself, written where it must not stand.
        if (YamlReader.isText(node)) {
            yaml.wrong(node, "Secret %s stands in the file itself: write where it comes from, {env: NAME} or {file: PATH}"
                    .formatted(name));
            return Optional.empty();
        }
        Map<String, Node> keys = yaml.mapping("secrets: " + name, node, List.of("env", "file"));
        if (keys.size() == 2) {
            yaml.wrong(node, "Secret %s has both env and file: keep one".formatted(name));
        } else if (keys.isEmpty()) {
            yaml.wrong(node, "Secret %s comes from nowhere: write {env: NAME} or {file: PATH}".formatted(name));
        }
        Optional<SecretSource> variable =
                value(keys, "env", each -> yaml.text("secrets: " + name + ": env", each).map(SecretSource.Variable::new));
        return variable.isPresent()
                ? variable
                : value(keys, "file", each -> path("secrets: " + name + ": file", each).map(SecretSource.File::new));
    }

    private OptionalInt parallel(@Nullable Node node) {
        Optional<String> text = node == null ? Optional.empty() : yaml.text("parallel", node);
        if (node == null || text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("[1-9][0-9]{0,5}")) {
            yaml.wrong(node, "parallel is '%s': write how many steps may run at once, 1 or more".formatted(text.get()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    private Optional<String> warehouse(Node node) {
        Optional<String> text = yaml.text("warehouse", node);
        if (text.isPresent() && text.get().contains("://")) {
            yaml.wrong(node, "warehouse is the address '%s': this Weir keeps data in folders only, so write the path of one"
                    .formatted(text.get()));
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> database(Node node) {
        return value(yaml.mapping("database", node, List.of("url")), "url", url -> yaml.text("database: url", url));
    }
}
