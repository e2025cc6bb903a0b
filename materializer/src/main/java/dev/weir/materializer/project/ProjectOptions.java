package dev.weir.materializer.project;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/// What a project is loaded with besides its own files.
///
/// @param config values that go before those of the file, each as `name.field=value`
/// @param jobs whose configuration goes before the rest of the file
/// @param libraries what the project's classes need
/// @param processor makes an annotation processor; asked only where a single source has to be compiled
/// @param environment the environment variables of the process, for secrets
public record ProjectOptions(
        List<String> config,
        Set<String> jobs,
        List<Path> libraries,
        Supplier<? extends Processor> processor,
        Map<String, String> environment) {

    public static final ProjectOptions NONE = new ProjectOptions(
            List.of(),
            Set.of(),
            List.of(),
            () -> {
                throw new WeirException(ProblemCode.INTERNAL, "No annotation processor was given");
            },
            Map.of());

    public ProjectOptions {
        config = List.copyOf(config);
        jobs = Set.copyOf(jobs);
        libraries = List.copyOf(libraries);
        environment = Map.copyOf(environment);
    }

    public ProjectOptions config(String... values) {
        return new ProjectOptions(List.of(values), jobs, libraries, processor, environment);
    }

    public ProjectOptions jobs(String... names) {
        return new ProjectOptions(config, Set.of(names), libraries, processor, environment);
    }

    public ProjectOptions processor(Supplier<? extends Processor> other) {
        return new ProjectOptions(config, jobs, libraries, other, environment);
    }

    public ProjectOptions environment(Map<String, String> other) {
        return new ProjectOptions(config, jobs, libraries, processor, other);
    }

    public ProjectOptions libraries(List<Path> others) {
        return new ProjectOptions(config, jobs, others, processor, environment);
    }
}
