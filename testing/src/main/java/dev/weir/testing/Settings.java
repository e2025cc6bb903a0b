package dev.weir.testing;

import dev.weir.materializer.project.Project;
import dev.weir.materializer.project.ProjectLayout;
import dev.weir.materializer.project.ProjectOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a test says of its project. The project is read when it is first needed, and again where that has changed.
final class Settings {

    private final VisibleCode code;
    private final Map<String, Object> resources = new HashMap<>();
    private final List<String> config = new ArrayList<>();
    private final Map<String, String> secrets = new HashMap<>();
    private @Nullable Loaded loaded;

    private Settings(VisibleCode code) {
        this.code = code;
    }

    static Settings of(VisibleCode code) {
        return new Settings(code);
    }

    void resource(Class<?> type, Object resource) {
        resources.put(type.getName(), resource);
        close();
    }

    void config(List<String> values) {
        config.addAll(values);
        close();
    }

    void secret(String name, String value) {
        secrets.put(name, value);
        close();
    }

    Loaded load(TestStores stores) {
        Loaded known = loaded;
        if (known == null) {
            known = Loaded.of(project(stores), stores);
            loaded = known;
        }
        return known;
    }

    private Project project(TestStores stores) {
        ProjectLayout layout = new ProjectLayout(
                Path.of("").toAbsolutePath(), Optional.empty(), Optional.empty(), stores.folder().resolve("state"));
        ProjectOptions options =
                ProjectOptions.NONE.config(config.toArray(String[]::new)).environment(secrets);
        return Project.of(code.with(resources), layout, options);
    }

    void close() {
        if (loaded != null) {
            loaded.project().close();
            loaded = null;
        }
    }
}
