package dev.weir.materializer.project;

import dev.weir.assets.AssetProvider;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.materializer.project.provided.Provided;
import dev.weir.materializer.project.provided.ProviderCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the providers of a project and asks each, once in a process.
final class ProviderCalls {

    private final Path root;
    private final Modules modules;
    private final Resources resources;
    private final ClassLoader loader;
    private final List<ProviderCall> calls = new ArrayList<>();
    private final Map<String, Object> instances = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param resources what providers are made with; to be closed when their assets are no longer computed
    ProviderCalls(Path root, Modules modules, Resources resources, ClassLoader loader) {
        this.root = root;
        this.modules = modules;
        this.resources = resources;
        this.loader = loader;
    }

    Provided provided() {
        return new Provided(calls, instances, problems);
    }

    void ask(ClassIndex index, ProviderSpec spec) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            AssetProvider provider = (AssetProvider) resources.instance(index.declaringClass());
            if (provider == null) {
                throw new IllegalStateException("Nothing makes " + index.declaringClass());
            }
            ProviderCall call =
                    new ProviderCall(index.declaringClass(), index.prefix(), modules.of(index.declaringClass()));
            call.ask(provider, spec, root, resources::nameOf);
            instances.put(index.declaringClass(), provider);
            modules.replace(index.declaringClass(), call.module());
            calls.add(call);
            call.problems().forEach(problem -> problems.add(
                    new Problem(problem.code(), resources.mask().text(problem.message()), problem.subject())));
        } catch (WeirException known) {
            problems.addAll(known.problems());
        } catch (ResourceException failed) {
            problems.add(Problem.of(
                    ProblemCode.MALFORMED_DECLARATION,
                    "Provider %s".formatted(String.valueOf(failed.getMessage()).replace('$', '.'))));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
