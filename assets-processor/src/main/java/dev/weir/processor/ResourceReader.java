package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Finds out how to make what a declaring class needs: itself, what its constructor asks for, what that asks for.
final class ResourceReader {

    private final Compilation compilation;
    private final Constructors constructors;
    private final AbstractMethods abstractMethods;
    private final MethodReader methods;
    private final ConfigReader configs;
    private final ModuleParts parts;
    private final Set<String> provided;
    private final Map<String, ResourceSpec> found = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();

    /// @param provided the binary names of what `@Provides` methods of this compilation, and other jars, make
    ResourceReader(
            Compilation compilation,
            TypeElement declaringClass,
            ConfigReader configs,
            ModuleParts parts,
            Set<String> provided) {
        this.compilation = compilation;
        this.constructors = new Constructors(compilation, compilation.packageOf(declaringClass));
        this.abstractMethods = new AbstractMethods(compilation);
        this.methods = new MethodReader(compilation);
        this.configs = configs;
        this.parts = parts;
        this.provided = provided;
    }

    List<ResourceSpec> found() {
        return List.copyOf(found.values());
    }

    /// Finds a way to make the declaring class itself.
    void needsInstanceOf(TypeElement declaringClass) {
        Optional<String> obstacle = abstractMethods.areUncalledIn(declaringClass)
                ? constructors.obstacleToSubclassOf(declaringClass)
                : constructors.obstacleTo(declaringClass);
        if (obstacle.isPresent()) {
            compilation.complain(
                    Place.of(declaringClass),
                    "Weir cannot make %s: %s".formatted(declaringClass.getSimpleName(), obstacle.get()));
            return;
        }
        construct(declaringClass, Place.of(declaringClass));
    }

    /// Reads a `@Provides` method. One that needs an instance of its class takes it as its first argument.
    void provides(ExecutableElement method, TypeElement declaringClass) {
        String subject = "@Provides method " + method.getSimpleName();
        if (!methods.isCallable(subject, method)) {
            return;
        }
        Optional<TypeElement> type = compilation.elementOf(method.getReturnType());
        if (type.isEmpty() || isValue(type.get())) {
            compilation.complain(
                    Place.of(method),
                    "%s gives %s: it gives a class or an interface that constructors ask for"
                            .formatted(subject, JavaTypes.written(method.getReturnType())));
            return;
        }
        List<Argument> arguments = new ArrayList<>();
        String receiver = declaringClass.getQualifiedName().toString();
        boolean needsInstance = !MethodReader.isStatic(method);
        if (needsInstance) {
            arguments.add(new Argument.OfResource(compilation.binaryName(declaringClass)));
            receiver = "((%s) arguments[0])".formatted(receiver);
        }
        int complaints = compilation.complaints();
        arguments.addAll(arguments(method, Place.of(method)));
        if (compilation.complaints() == complaints) {
            String expression = "%s.%s(%s)"
                    .formatted(receiver, method.getSimpleName(), methods.arguments(method, needsInstance ? 1 : 0));
            String javaName = compilation.binaryName(type.get());
            found.put(javaName, new ResourceSpec(javaName, Making.PROVIDES, parts.factory(expression), arguments));
        }
    }

    private void construct(TypeElement type, Place use) {
        String javaName = compilation.binaryName(type);
        path.add(javaName);
        ExecutableElement constructor = constructors.only(type);
        List<Argument> arguments = arguments(constructor, use);
        path.removeLast();
        String overridden = abstractMethods.overridden(type);
        String expression = (overridden.isEmpty() ? "new %s%s(%s)" : "(new %s%s(%s) { %s })")
                .formatted(
                        type.getQualifiedName(),
                        type.getTypeParameters().isEmpty() ? "" : "<>",
                        methods.arguments(constructor, 0),
                        overridden);
        found.put(javaName, new ResourceSpec(javaName, Making.CONSTRUCTOR, parts.factory(expression), arguments));
    }

    private List<Argument> arguments(ExecutableElement method, Place use) {
        List<Argument> arguments = new ArrayList<>();
        boolean visible = compilation.compiles(Compilation.classOf(method));
        for (VariableElement parameter : method.getParameters()) {
            argument(method, parameter, visible ? Place.of(parameter) : use).ifPresent(arguments::add);
        }
        return arguments;
    }

    private Optional<Argument> argument(ExecutableElement method, VariableElement parameter, Place place) {
        if (configs.isConfig(parameter)) {
            return configs.read(parameter).map(Argument.OfConfig::new);
        }
        Optional<TypeElement> type = compilation.elementOf(parameter.asType());
        if (type.filter(element -> element.getQualifiedName().contentEquals(Names.SECRET))
                .isPresent()) {
            return Optional.of(
                    new Argument.OfSecret(SnakeCase.of(parameter.getSimpleName().toString())));
        }
        if (type.isEmpty() || isValue(type.get())) {
            compilation.complain(
                    place,
                    ("%s asks for %s %s, which is no resource: put it into a record marked @Config, "
                                    + "or take a Secret")
                            .formatted(
                                    ownerOf(method), JavaTypes.written(parameter.asType()), parameter.getSimpleName()));
            return Optional.empty();
        }
        need(type.get(), ownerOf(method), place);
        return Optional.of(new Argument.OfResource(compilation.binaryName(type.get())));
    }

    private void need(TypeElement type, String owner, Place place) {
        String javaName = compilation.binaryName(type);
        if (path.contains(javaName)) {
            compilation.complain(
                    place,
                    "%s asks for %s, which in turn asks for it: no one of them can be made first"
                            .formatted(owner, type.getSimpleName()));
            return;
        }
        if (provided.contains(javaName) || found.containsKey(javaName)) {
            return;
        }
        Optional<String> obstacle = constructors.obstacleTo(type);
        if (obstacle.isPresent()) {
            compilation.complain(
                    place,
                    "%s asks for %s, which Weir cannot make: %s. Write a method marked @Provides that gives one."
                            .formatted(owner, JavaTypes.written(type.asType()), obstacle.get()));
            return;
        }
        construct(type, place);
    }

    private static String ownerOf(ExecutableElement method) {
        String owner = Compilation.classOf(method).getSimpleName().toString();
        return method.getKind() == ElementKind.CONSTRUCTOR ? owner : owner + "." + method.getSimpleName();
    }

    private static boolean isValue(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.lang.") || type.getKind() == ElementKind.RECORD;
    }
}
