package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetKey;
import dev.weir.assets.AssetProvider;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.checks.CheckSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Asks one provider, and reads what it says into specs.
public final class ProviderCall {

    private final String provider;
    private final String prefix;
    private final ProvidedModule module;
    private final List<AssetSpec> assets = new ArrayList<>();
    private final Map<AssetKey, ProvidedSource> sources = new HashMap<>();
    private final List<CheckSpec> checks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param provider the binary name of the provider's class
    /// @param prefix of its keys, or empty
    /// @param generated the module that was generated for it
    public ProviderCall(String provider, String prefix, AssetModule generated) {
        this.provider = provider;
        this.prefix = prefix;
        this.module = new ProvidedModule(generated);
    }

    public String provider() {
        return provider;
    }

    public String prefix() {
        return prefix;
    }

    public AssetModule module() {
        return module;
    }

    public List<AssetSpec> assets() {
        return assets;
    }

    public Map<AssetKey, ProvidedSource> sources() {
        return sources;
    }

    public List<CheckSpec> checks() {
        return checks;
    }

    public List<Problem> problems() {
        return problems;
    }

    /// Asks it.
    ///
    /// @param instance the provider
    /// @param spec what holds for the assets that say nothing else
    /// @param root the folder of the project
    /// @param resources the binary name of what the provider's constructor was given, or of the provider; empty for any
    ///     other object
    public void ask(AssetProvider instance, ProviderSpec spec, Path root, Function<Object, String> resources) {
        Factory factory = new Factory(root);
        try {
            instance.declare(factory);
        } catch (Exception | LinkageError | StackOverflowError failed) {
            problems.add(problem("it fails with %s%s".formatted(failed, at(failed))));
        }
        factory.problems().forEach(wrong -> problems.add(problem(wrong)));
        DraftReader reader = new DraftReader(provider, prefix, spec, module, factory.places(), resources);
        for (Draft<?> draft : factory.drafts()) {
            try {
                DraftReader.Read read = reader.read(draft);
                assets.add(read.asset());
                checks.addAll(read.checks());
                sources.putIfAbsent(read.asset().key(), read.source());
            } catch (IllegalArgumentException wrong) {
                problems.add(problem("asset %s: %s".formatted(draft.key, wrong.getMessage())));
            }
        }
    }

    private Problem problem(String message) {
        return new Problem(
                ProblemCode.MALFORMED_DECLARATION,
                "Provider %s: %s".formatted(provider.replace('$', '.'), message),
                new Subject.Project());
    }

    private String at(Throwable failed) {
        for (StackTraceElement frame : failed.getStackTrace()) {
            if (frame.getClassName().equals(provider)) {
                return " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber());
            }
        }
        return "";
    }
}
