package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Membership;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Placement;
import dev.weir.assets.spec.Source;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.processor.ModuleParts.Call;
import dev.weir.processor.ModuleParts.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/// Reads the methods marked `@MultiAsset` of one class. Each component of the record that such a method gives is an asset.
final class MultiAssetReader {

    private final Compilation compilation;
    private final Annotations annotations;
    private final ClassDefaults defaults;
    private final AssetReader assets;
    private final MethodReader methods;
    private final ValueReader values;
    private final ParameterReader parameters;
    private final ConditionReader conditions;
    private final ModuleParts parts;

    MultiAssetReader(
            Compilation compilation,
            ClassDefaults defaults,
            AssetReader assets,
            ValueReader values,
            ParameterReader parameters,
            ConditionReader conditions,
            ModuleParts parts) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.defaults = defaults;
        this.assets = assets;
        this.methods = new MethodReader(compilation);
        this.values = values;
        this.parameters = parameters;
        this.conditions = conditions;
        this.parts = parts;
    }

    /// One of the assets that a method makes.
    ///
    /// @param asset what its component says of it, if that says anything
    record Member(AssetKey key, RecordComponentElement component, Place place, Optional<Annotation> asset) {}

    /// In the order of the components; none, after a complaint, where the method gives what has no components.
    List<Member> members(ExecutableElement method) {
        Optional<TypeElement> record = compilation
                .elementOf(method.getReturnType())
                .filter(type -> type.getKind() == ElementKind.RECORD);
        if (record.isEmpty()) {
            compilation.complain(
                    Place.of(method),
                    "Method %s makes several assets and gives %s: give a record, each component of which is one asset"
                            .formatted(method.getSimpleName(), JavaTypes.written(method.getReturnType())));
            return List.of();
        }
        Optional<String> obstacle = new MultiAssetRules(compilation).obstacle(record.get(), method);
        if (obstacle.isPresent()) {
            compilation.complain(Place.of(method), obstacle.get());
            return List.of();
        }
        List<Member> members = new ArrayList<>();
        for (RecordComponentElement component : record.get().getRecordComponents()) {
            Place place = compilation.compiles(record.get()) ? Place.of(component) : Place.of(method);
            Optional<Annotation> asset = annotations.on(component, Names.ASSET);
            assets.key(component.getSimpleName().toString(), place, asset)
                    .ifPresent(key -> members.add(new Member(key, component, place, asset)));
        }
        return members;
    }

    /// One for each member; none, after complaints, if something is wrong with the method or with one of them.
    List<AssetSpec> read(ExecutableElement method, Annotation multi, List<Member> members) {
        int complaints = compilation.complaints();
        String subject = "Method " + method.getSimpleName();
        // Whoever finds stray annotations tells of these two.
        boolean computed = !annotations.isOn(method, Names.QUERY) && !annotations.isOn(method, Names.COMMAND);
        boolean callable = computed && methods.isCallable(subject, method);
        Optional<List<Parameter>> taken = methods.parameters(subject, method, parameters);
        Optional<PartitionsDefinition> partitions = new PartitionsReader(compilation).on(method, defaults.partitions());
        Execution execution = execution(method, multi);
        List<ValueType> outputs = outputs(members);
        MultiAssetRules rules = new MultiAssetRules(compilation);
        members.forEach(member -> rules.checkAttributes(method, member));
        if (!callable || taken.isEmpty() || partitions.isEmpty() || outputs.size() < members.size()) {
            return List.of();
        }
        AssetKey first = members.getFirst().key();
        rules.checkParameters(method, taken.get());
        new ParameterRules(compilation, method, first).check(taken.get(), partitions.get());
        Optional<ConditionSpec> condition =
                annotations.on(method, Names.WHEN).flatMap(when -> conditions.of(first, when));
        condition.ifPresent(holds -> conditions.checkPartitions(first, holds, partitions.get()));
        if (compilation.complaints() != complaints) {
            return List.of();
        }
        List<String> after = after(multi, members, taken.get());
        int number = parts.method(methods.call(method));
        List<AssetSpec> specs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Computation computation = new Computation(
                    compilation.binaryName(Compilation.classOf(method)),
                    method.getSimpleName().toString(),
                    number,
                    taken.get(),
                    Optional.empty(),
                    Optional.empty(),
                    multi.given("codeVersion"),
                    condition,
                    Source.COMPUTED,
                    Optional.of(membership(member, members, taken.get())));
            specs.add(new AssetSpec(
                    member.key(),
                    assets.description(member.component(), member.asset()),
                    partitions.get(),
                    computation,
                    outputs.get(i),
                    execution,
                    after));
        }
        return compilation.complaints() == complaints ? specs : List.of();
    }

    private Execution execution(ExecutableElement method, Annotation multi) {
        Optional<Annotation> runIn = annotations.on(method, Names.RUN_IN);
        Execution execution =
                new ExecutionReader(compilation).read(Optional.of(multi), runIn).orElse(defaults.execution());
        if (execution.place() instanceof Placement.OwnProcess) {
            compilation.complain(
                    runIn.map(Annotation::place).orElseGet(() -> Place.of(method)),
                    "Method %s makes several assets, which a process of its own cannot: let it run in Weir's, with @RunIn(Where.IN_PROCESS)"
                            .formatted(method.getSimpleName()));
        }
        return execution;
    }

    private List<ValueType> outputs(List<Member> members) {
        List<ValueType> outputs = new ArrayList<>();
        for (Member member : members) {
            values.output(member.key().toString(), member.component().asType(), member.place())
                    .ifPresent(outputs::add);
        }
        return outputs;
    }

    private Membership membership(Member member, List<Member> members, List<Parameter> taken) {
        TypeElement record = Compilation.classOf(member.component());
        String component = member.component().getSimpleName().toString();
        boolean wanted = taken.stream().anyMatch(Parameter.WantedAssets.class::isInstance);
        return new Membership(
                compilation.binaryName(record),
                component,
                parts.method(new Call(
                        "((%s) arguments[0]).%s()".formatted(record.getQualifiedName(), component), Result.VALUE)),
                members.stream().map(Member::key).toList(),
                wanted ? Membership.Extent.WANTED : Membership.Extent.ALL);
    }

    // What one of them refers to has to be there before any is checked, for one call makes all.
    private List<String> after(Annotation multi, List<Member> members, List<Parameter> taken) {
        List<String> after = new ArrayList<>(assets.after(multi));
        for (Member member : members) {
            for (String referred : assets.referred(member.component(), member.key(), taken)) {
                boolean sibling = members.stream()
                        .anyMatch(other -> referred.equals(other.key().toString())
                                || referred.equals(other.key().name()));
                if (!sibling && !after.contains(referred)) {
                    after.add(referred);
                }
            }
        }
        return after;
    }
}
