package dev.weir.materializer.project;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/// What a project is loaded with besides its own files.
///
/// @param config values that go before those of the file, each as `name.field=value`
/// @param libraries what the project's classes need
/// @param processor makes an annotation processor; asked only where a single source has to be compiled
/// @param environment the environment variables of the process, for secrets
public record ProjectOptions(
        List<String> config,
        List<Path> libraries,
        Supplier<? extends Processor> processor,
        Map<String, String> environment) {

    public static final ProjectOptions NONE = new ProjectOptions(
            List.of(),
            List.of(),
            () -> {
                throw new WeirException(ProblemCode.INTERNAL, "No annotation processor was given");
            },
            Map.of());

    public ProjectOptions {
        config = List.copyOf(config);
        libraries = List.copyOf(libraries);
        environment = Map.copyOf(environment);
    }

    public ProjectOptions config(String... values) {
        return new ProjectOptions(List.of(values), libraries, processor, environment);
    }

    public ProjectOptions processor(Supplier<? extends Processor> other) {
        return new ProjectOptions(config, libraries, other, environment);
    }

    public ProjectOptions environment(Map<String, String> other) {
        return new ProjectOptions(config, libraries, processor, other);
    }

    public ProjectOptions libraries(List<Path> others) {
        return new ProjectOptions(config, others, processor, environment);
    }
}
