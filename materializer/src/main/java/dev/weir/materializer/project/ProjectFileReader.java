package dev.weir.materializer.project;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.project.ProjectFile.Identity;
import dev.weir.materializer.project.ProjectFile.Limits;
import dev.weir.materializer.project.ProjectFile.Storage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `weir.yaml`, and says all at once what is wrong in it.
final class ProjectFileReader {

    static final String NAME = "[a-z][a-z0-9_-]{0,62}";
    static final String LIMIT = "[1-9][0-9]{0,5}";
    static final List<String> KEYS = List.of(
            "project", "classes", "parallel", "pools", "warehouse", "database", "config", "defaults", "retention",
            "jobs", "secrets");
    static final List<String> PROJECT_KEYS = List.of("id", "name");
    static final List<String> SECRET_KEYS = List.of("env", "file");
    static final List<String> DATABASE_KEYS = List.of("url");

    private final Path file;
    private final YamlReader yaml;

    ProjectFileReader(Path file) {
        this.file = file.toAbsolutePath();
        this.yaml = new YamlReader(ProjectLayout.FILE_NAME);
    }

    ProjectFile read(String text) {
        Map<String, Node> keys = yaml.document(text, KEYS);
        JobReader jobs = new JobReader(yaml);
        Limits limits = limits(keys.get("parallel"), keys.get("pools"));
        AssetDefaults defaults = new AssetDefaultsReader(yaml).read(keys.get("defaults"));
        requirePool(defaults, limits, keys.get("defaults"));
        ProjectFile read = new ProjectFile(
                identity(keys.get("project")),
                value(keys, "classes", this::paths),
                jobs.config("config", keys.get("config")),
                secrets(keys.get("secrets")),
                defaults,
                limits,
                jobs.read(keys.get("jobs")),
                new Storage(
                        value(keys, "warehouse", this::warehouse),
                        value(keys, "database", this::database)),
                new UpkeepReader(yaml).read(keys.get("retention")),
                yaml.places());
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
        Map<String, Node> keys = yaml.mapping("project", project, PROJECT_KEYS);
        return new Identity(
                value(keys, "id", node -> yaml.text("project: id", node).flatMap(id -> id(id, node))),
                value(keys, "name", node -> yaml.text("project: name", node)));
    }

    private Optional<String> id(String id, Node node) {
        if (id.matches(NAME)) {
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
        Map<String, Node> keys = yaml.mapping("secrets: " + name, node, SECRET_KEYS);
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

    private Limits limits(@Nullable Node parallel, @Nullable Node pools) {
        Map<PoolName, Integer> limits = new TreeMap<>();
        yaml.mapping("pools", pools).forEach((name, node) -> pool(name, node)
                .ifPresent(pool -> limit("pools: " + name, node).ifPresent(limit -> limits.put(pool, limit))));
        OptionalInt all = parallel == null
                ? OptionalInt.empty()
                : limit("parallel", parallel).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new Limits(all, limits);
    }

    private Optional<PoolName> pool(String name, Node node) {
        try {
            return Optional.of(new PoolName(name));
        } catch (IllegalArgumentException malformed) {
            yaml.wrong(node, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Integer> limit(String name, Node node) {
        Optional<String> text = yaml.text(name, node);
        if (text.isPresent() && !text.get().matches(LIMIT)) {
            yaml.wrong(node, "%s is '%s': write how many steps may run at once, 1 or more".formatted(name, text.get()));
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    private void requirePool(AssetDefaults defaults, Limits limits, @Nullable Node node) {
        Optional<PoolName> pool = defaults.execution().pool().value();
        if (node != null && pool.isPresent() && !limits.pools().containsKey(pool.get())) {
            yaml.wrong(node, "defaults: pool: " + limits.unknown(pool.get()));
        }
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
        return value(yaml.mapping("database", node, DATABASE_KEYS), "url", url -> yaml.text("database: url", url));
    }
}
