package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Labels;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Source;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/// Reads the methods marked `@Asset` of one class.
final class AssetReader {

    private final Compilation compilation;
    private final Annotations annotations;
    private final ClassDefaults defaults;
    private final MethodReader methods;
    private final ValueReader values;
    private final ParameterReader parameters;
    private final ModuleParts parts;
    private final ConditionReader conditions;
    private final QueryRules queries;
    private final CommandReader commands;
    private final LabelReader labels;

    AssetReader(
            Compilation compilation,
            ClassDefaults defaults,
            ValueReader values,
            ParameterReader parameters,
            ConditionReader conditions,
            ModuleParts parts) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.defaults = defaults;
        this.methods = new MethodReader(compilation);
        this.values = values;
        this.parameters = parameters;
        this.conditions = conditions;
        this.parts = parts;
        this.queries = new QueryRules(compilation);
        this.commands = new CommandReader(compilation);
        this.labels = new LabelReader(compilation);
    }

    /// The key of the asset, also where the rest of its declaration is wrong; nothing, after a complaint, if it has
    /// none.
    ///
    /// @param declared the name in Java of the method, or of the component of what that gives
    Optional<AssetKey> key(String declared, Place place, Optional<Annotation> asset) {
        List<String> path = new ArrayList<>(defaults.prefix());
        Optional<String> given = asset.flatMap(written -> written.given("name"));
        String name = given.orElseGet(() -> SnakeCase.of(declared));
        path.addAll(List.of(name.split("/", -1)));
        try {
            return Optional.of(new AssetKey(path));
        } catch (IllegalArgumentException malformed) {
            compilation.complain(
                    given.isPresent() ? asset.orElseThrow().placeOf("name") : place,
                    malformed.getMessage() + (given.isPresent() ? "" : "; or name the asset with @Asset(name = …)"));
            return Optional.empty();
        }
    }

    /// Nothing, after complaints, if the declaration is wrong.
    Optional<AssetSpec> read(ExecutableElement method, Annotation asset, AssetKey key) {
        int complaints = compilation.complaints();
        String subject = "Asset " + key;
        Optional<Annotation> query = annotations.on(method, Names.QUERY);
        Optional<Annotation> command = annotations.on(method, Names.COMMAND);
        boolean sound = isSound(subject, method, query, command, key);
        Optional<ValueType> output = values.output(key.toString(), method.getReturnType(), Place.of(method));
        Optional<List<Parameter>> taken = methods.parameters(subject, method, parameters)
                .map(read -> read.stream().map(parameter -> named(parameter, key)).toList());
        Optional<PartitionsDefinition> partitions = new PartitionsReader(compilation).on(method, defaults.partitions());
        Optional<Annotation> runIn = annotations.on(method, Names.RUN_IN);
        Execution execution =
                new ExecutionReader(compilation).read(Optional.of(asset), runIn).orElse(defaults.execution());
        List<String> after = new ArrayList<>(after(asset));
        taken.ifPresent(parameters -> after.addAll(referred(method, key, parameters)));
        Optional<ConditionSpec> condition =
                annotations.on(method, Names.WHEN).flatMap(when -> conditions.of(key, when));
        Optional<ViewRules> view = annotations
                .on(method, Names.VIEW)
                .map(written -> new ViewRules(compilation, method, written, key));
        sound &= view.isEmpty() || view.get().isQuery(query);
        if (!sound || output.isEmpty() || taken.isEmpty()) {
            return Optional.empty();
        }
        view.ifPresent(rules -> rules.check(taken.get()));
        if (query.isPresent()) {
            queries.check(method, query.get(), key, output.get(), taken.get());
        }
        Optional<CommandLine> line =
                command.flatMap(written -> commands.read(method, written, runIn, key, output.get(), taken.get()));
        partitions.ifPresent(definition -> {
            ParameterRules rules = new ParameterRules(compilation, method, key);
            rules.check(taken.get(), definition);
            rules.checkAlone(taken.get(), output.get());
            condition.ifPresent(holds -> conditions.checkPartitions(key, holds, definition));
        });
        Optional<Annotation> external = annotations.on(method, Names.EXTERNAL);
        external.ifPresent(written -> new ExternalRules(compilation, method, written, key)
                .check(taken.get(), output.get(), condition));
        if (partitions.isEmpty() || compilation.complaints() != complaints) {
            return Optional.empty();
        }
        Computation computation = new Computation(
                compilation.binaryName(Compilation.classOf(method)),
                method.getSimpleName().toString(),
                query.isPresent() || command.isPresent() ? -1 : parts.method(methods.call(method)),
                taken.get(),
                query.map(written -> written.text("value")),
                line,
                asset.given("codeVersion"),
                condition,
                external.isPresent() ? Source.EXTERNAL : view.isPresent() ? Source.VIEW : Source.COMPUTED,
                Optional.empty());
        return Optional.of(new AssetSpec(
                key, description(method, Optional.of(asset)), partitions.get(), computation, output.get(), execution, after, formerKeys(method)));
    }

    private List<AssetKey> formerKeys(ExecutableElement method) {
        List<AssetKey> keys = new ArrayList<>();
        annotations.on(method, Names.RENAMED).ifPresent(renamed -> {
            for (AnnotationValue former : renamed.parts("from")) {
                try {
                    keys.add(AssetKey.parse((String) former.getValue()));
                } catch (IllegalArgumentException malformed) {
                    compilation.complain(renamed.placeOf(former), "@Renamed from: " + malformed.getMessage());
                }
            }
        });
        return keys;
    }

    private boolean isSound(
            String subject,
            ExecutableElement method,
            Optional<Annotation> query,
            Optional<Annotation> command,
            AssetKey key) {
        if (query.isPresent()) {
            return queries.isAbstract(method, query.get(), key);
        }
        return command.isPresent()
                ? commands.isAbstract(method, command.get(), key)
                : methods.isCallable(subject, method);
    }

    private static Parameter named(Parameter parameter, AssetKey key) {
        return parameter instanceof Parameter.PreviousVersion(InputSpec input)
                ? new Parameter.PreviousVersion(input.of(key.toString()))
                : parameter;
    }

    Description description(Element element, Optional<Annotation> asset) {
        List<String> owners = labels(asset, "owners");
        return new Description(
                asset.flatMap(written -> written.given("description"))
                        .or(() ->
                                DocComment.firstSentence(compilation.elements().getDocComment(element)))
                        .orElse(""),
                asset.flatMap(written -> written.given("group")).orElse(defaults.group()),
                owners.isEmpty() ? defaults.owners() : owners,
                Labels.tags(defaults.tags(), labels(asset, "tags")),
                kinds(element, asset));
    }

    /// That an asset is a view is shown, and selected by, like what else it is.
    private List<String> kinds(Element element, Optional<Annotation> asset) {
        List<String> kinds = new ArrayList<>(labels(asset, "kinds"));
        if (annotations.on(element, Names.VIEW).isPresent() && !kinds.contains("view")) {
            kinds.add("view");
        }
        return kinds;
    }

    private List<String> labels(Optional<Annotation> asset, String value) {
        return asset.map(written -> labels.read(written, value)).orElse(List.of());
    }

    /// What columns refer to has to be there before the asset is checked, unless it is read anyway.
    List<String> referred(Element element, AssetKey key, List<Parameter> taken) {
        List<String> read = taken.stream()
                .<String>mapMulti((parameter, references) -> {
                    if (parameter instanceof Parameter.Upstream(InputSpec input)) {
                        references.accept(input.reference());
                    }
                })
                .toList();
        return annotations.holdingFor(element, Set.of(Names.FOREIGN_KEY)).stream()
                .map(foreignKey -> foreignKey.text("asset"))
                .filter(asset -> !asset.equals(key.toString()) && !asset.equals(key.name()) && !read.contains(asset))
                .distinct()
                .toList();
    }

    List<String> after(Annotation asset) {
        for (AnnotationValue reference : asset.parts("after")) {
            try {
                AssetKey.parse((String) reference.getValue());
            } catch (IllegalArgumentException malformed) {
                compilation.complain(
                        asset.placeOf(reference),
                        "@%s after: %s".formatted(asset.simpleName(), malformed.getMessage()));
            }
        }
        return asset.texts("after");
    }
}
