package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.processor.MultiAssetReader.Member;
import dev.weir.processor.ReadClass.Declaration;
import dev.weir.processor.ReadClass.Provision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// Reads all that one class declares.
final class ClassReader {

    private final Compilation compilation;
    private final Annotations annotations;
    private final TypeElement type;
    private final ModuleParts parts = new ModuleParts();
    private final ClassDefaults defaults;
    private final String prefix;
    private final ConditionReader conditions;
    private final AssetReader assetReader;
    private final MultiAssetReader multiAssetReader;
    private final CheckReader checkReader;
    private final ResourceReader resources;

    private final List<AssetSpec> assets = new ArrayList<>();
    private final Map<AssetKey, List<Declaration>> declarations = new LinkedHashMap<>();
    private final Set<AssetKey> failed = new LinkedHashSet<>();
    private final List<PlacedCheck> checks = new ArrayList<>();
    private final List<Provision> provisions = new ArrayList<>();
    private boolean needsInstance;

    /// @param provided the binary names of resources that `@Provides` methods or other jars make
    ClassReader(Compilation compilation, RowReader rows, TypeElement type, Set<String> provided) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.type = type;
        ConfigReader configs = new ConfigReader(compilation, type, parts);
        ValueReader values = new ValueReader(compilation, rows, type, parts);
        ParameterReader parameters = new ParameterReader(compilation, values, configs);
        this.defaults = ClassDefaults.of(type, compilation);
        this.prefix = String.join("/", defaults.prefix());
        this.conditions = new ConditionReader(compilation, type, parameters, parts);
        this.assetReader = new AssetReader(compilation, defaults, values, parameters, conditions, parts);
        this.multiAssetReader =
                new MultiAssetReader(compilation, defaults, assetReader, values, parameters, conditions, parts);
        this.checkReader = new CheckReader(compilation, parameters, parts);
        this.resources = new ResourceReader(compilation, type, configs, parts, provided);
    }

    ReadClass read() {
        checkClass();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            read(method);
        }
        conditions.complainOfUnnamed();
        Optional<ProviderSpec> provider = ProviderReader.isProvider(type, compilation)
                ? Optional.of(ProviderReader.spec(defaults))
                : Optional.empty();
        if (needsInstance || provider.isPresent()) {
            resources.needsInstanceOf(type);
        }
        ClassIndex index = new ClassIndex(
                compilation.binaryName(type),
                Compilation.qualified(compilation.packageOf(type), compilation.flatName(type) + "_Weir"),
                prefix,
                assets,
                checks.stream().map(PlacedCheck::check).toList(),
                resources.found(),
                provider);
        return new ReadClass(type, index, parts, declarations, failed, checks, provisions);
    }

    private void read(ExecutableElement method) {
        Optional<Annotation> asset = annotations
                .on(method, Names.ASSET)
                .filter(_ -> !MultiAssetRules.isCopied(method, Names.ASSET, annotations));
        Optional<Annotation> multi = annotations.on(method, Names.MULTI_ASSET);
        Optional<Annotation> check = annotations.on(method, Names.CHECK);
        boolean provides = annotations.isOn(method, Names.PROVIDES);
        if (asset.isPresent() && multi.isPresent()) {
            compilation.complain(
                    multi.get().place(),
                    "Method %s is both an @Asset and a @MultiAsset: take one of them away".formatted(method.getSimpleName()));
            return;
        }
        boolean makes = asset.isPresent() || multi.isPresent();
        if (makes && check.isPresent()) {
            compilation.complain(
                    check.get().place(),
                    "Method %s is both %s and a @Check: make two of it"
                            .formatted(method.getSimpleName(), asset.isPresent() ? "an @Asset" : "a @MultiAsset"));
            return;
        }
        if ((makes || check.isPresent()) && annotations.isOn(method, Names.CONDITION)) {
            compilation.complain(
                    Place.of(method),
                    "Method %s is a @Condition and something else: make two of it".formatted(method.getSimpleName()));
            return;
        }
        asset.ifPresent(annotation -> readAsset(method, annotation));
        multi.ifPresent(annotation -> readMultiAsset(method, annotation));
        check.flatMap(annotation -> checkReader.read(method, annotation)).ifPresent(checks::add);
        if (provides) {
            resources.provides(method, type);
            compilation
                    .elementOf(method.getReturnType())
                    .ifPresent(provided -> provisions.add(new Provision(compilation.binaryName(provided), method)));
        }
        boolean called = makes
                || check.isPresent()
                || provides
                || annotations.isOn(method, Names.CONDITION);
        needsInstance |= called
                && type.getKind() != ElementKind.INTERFACE
                && !AbstractMethods.isAbstract(method)
                && !MethodReader.isStatic(method);
    }

    private void readAsset(ExecutableElement method, Annotation asset) {
        Place place = Place.of(method);
        assetReader.key(method.getSimpleName().toString(), place, Optional.of(asset)).ifPresent(key -> {
            declare(key, method, place);
            assetReader.read(method, asset, key).ifPresentOrElse(assets::add, () -> failed.add(key));
            checks.addAll(new ReadyMadeChecks(compilation).on(method, key));
        });
    }

    private void readMultiAsset(ExecutableElement method, Annotation multi) {
        List<Member> members = multiAssetReader.members(method);
        if (members.isEmpty()) {
            return;
        }
        for (Member member : members) {
            declare(member.key(), method, member.place());
            checks.addAll(new ReadyMadeChecks(compilation).on(member.component(), member.key()));
        }
        List<AssetSpec> read = multiAssetReader.read(method, multi, members);
        assets.addAll(read);
        if (read.isEmpty()) {
            members.forEach(member -> failed.add(member.key()));
        }
    }

    private void declare(AssetKey key, ExecutableElement method, Place place) {
        declarations.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Declaration(method, place));
    }

    private void checkClass() {
        for (TypeElement each = type; ; each = (TypeElement) each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                compilation.complain(
                        Place.of(each),
                        "Class %s is private: let it be package-private or public, so that Weir can call its methods"
                                .formatted(each.getSimpleName()));
            }
            if (!(each.getEnclosingElement() instanceof TypeElement)) {
                return;
            }
        }
    }
}
