package dev.weir.materializer.project;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSpec;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;

/// What the code that a plan calls asks for: secrets, and records of configuration. Used once, by one thread.
final class Requirements {

    private final Definitions definitions;
    private final Catalog catalog;
    private final Set<AssetKey> computed = new HashSet<>();
    private final Set<String> resources = new HashSet<>();
    private final SequencedSet<String> secrets = new LinkedHashSet<>();
    private final SequencedSet<Asked> configs = new LinkedHashSet<>();

    /// A record, and the class whose module makes it.
    private record Asked(String declaringClass, ConfigSpec config) {}

    Requirements(Definitions definitions, Catalog catalog) {
        this.definitions = definitions;
        this.catalog = catalog;
    }

    /// Adds what one asset and its checks ask for.
    Requirements of(AssetKey asset) {
        Computation computation = definitions.graph().asset(asset).computation();
        if (computation.query().isEmpty()) {
            addMethod(computation.declaringClass(), computation.parameters());
        }
        computation.condition().ifPresent(holds -> addMethod(holds.declaringClass(), holds.parameters()));
        addChecks(asset, _ -> true);
        return this;
    }

    SequencedSet<String> secrets() {
        return secrets;
    }

    List<ConfigSpec> configs() {
        return configs.stream().map(Asked::config).distinct().toList();
    }

    /// What of it cannot be had, in the order in which the plan comes to it.
    List<Problem> unmet(RunPlan plan, Secrets sources, Resources made) {
        plan.steps().forEach(this::add);
        List<Problem> problems = new ArrayList<>();
        for (String secret : secrets) {
            try {
                var _ = sources.fetch(secret);
            } catch (WeirException missing) {
                problems.addAll(missing.problems());
            }
        }
        for (Asked asked : configs) {
            try {
                Object _ = made.configuration(asked.declaringClass, asked.config);
            } catch (ResourceException refused) {
                problems.add(refused(asked.config, Optional.ofNullable(refused.getCause())));
            }
        }
        return problems;
    }

    private static Problem refused(ConfigSpec config, Optional<Throwable> cause) {
        return Problem.of(
                ProblemCode.MALFORMED_CONFIG,
                "config %s: %s does not take these values: %s. Change them under config: in %s or with --config"
                        .formatted(
                                config.name(),
                                config.javaName().replace('$', '.'),
                                cause.map(thrown -> Optional.ofNullable(thrown.getMessage()).orElseGet(thrown::toString))
                                        .orElse("its constructor fails"),
                                ProjectLayout.FILE_NAME));
    }

    private void add(PlannedStep step) {
        AssetKey asset = step.target().asset();
        switch (step.action()) {
            case PlannedAction.Compute _, PlannedAction.ComputeUnlessInputsComeOutEqual _ -> {
                if (computed.add(asset)) {
                    Requirements _ = of(asset);
                }
            }
            case PlannedAction.Check check -> addChecks(asset, check::runs);
            case PlannedAction.Skip _ -> {}
        }
    }

    private void addChecks(AssetKey asset, Predicate<CheckKey> chosen) {
        for (CheckSpec check : definitions.checksOf(asset)) {
            if (check.rule() instanceof CheckRule.CustomMethod method && chosen.test(new CheckKey(asset, check.name()))) {
                addMethod(method.declaringClass(), method.parameters());
            }
        }
    }

    private void addMethod(String declaringClass, List<Parameter> parameters) {
        addResource(declaringClass);
        for (Parameter parameter : parameters) {
            if (parameter instanceof Parameter.Configuration(ConfigSpec config)) {
                configs.add(new Asked(declaringClass, config));
            }
        }
    }

    private void addResource(String javaName) {
        Optional<DeclaredResource> resource = catalog.find(javaName);
        if (resource.isEmpty() || !resources.add(javaName)) {
            return;
        }
        for (Argument argument : resource.get().spec().arguments()) {
            switch (argument) {
                case Argument.OfResource(String other) -> addResource(other);
                case Argument.OfConfig(ConfigSpec config) ->
                    configs.add(new Asked(resource.get().declaringClass(), config));
                case Argument.OfSecret(String name) -> secrets.add(name);
            }
        }
    }
}
