package dev.weir.assets.digest.code;

import dev.weir.assets.Provides;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ValueType;
import java.lang.classfile.Attributes;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Where the engine enters user code to compute an asset: its method, what makes the instance it is called on, and the
/// records it is given and gives back.
final class Roots {

    private static final Digest NOTHING = new Digest(0, 0, 0, 0);
    private static final String PROVIDES = "L" + Provides.class.getName().replace('.', '/') + ";";

    private final UserClasses classes;
    private final Map<String, DeclaredResource> resources;
    private final ReachDigests reach;
    private final Hasher hasher = new Hasher();
    private final Map<String, Digest> made = new HashMap<>();
    private final Map<String, Digest> records = new HashMap<>();

    Roots(UserClasses classes, Map<String, DeclaredResource> resources) {
        this.classes = classes;
        this.resources = resources;
        this.reach = new ReachDigests(new Units(classes));
    }

    /// What the code is at that is reached from a method, in an order that says which part is which.
    List<Digest> reachedFrom(String declaringClass, String method, List<Parameter> parameters) {
        List<Digest> parts = new ArrayList<>();
        String owner = internal(declaringClass);
        UserClass type = classes.find(owner);
        if (type != null) {
            parts.add(reach.of(new Unit.Initializer(owner)));
            type.methodsNamed(method).forEach(candidate -> parts.add(reach.of(candidate.unit())));
        }
        parts.add(usesInstance(declaringClass, method) ? making(declaringClass) : NOTHING);
        for (Parameter parameter : parameters) {
            parts.add(given(parameter));
        }
        return parts;
    }

    /// The same from the code of an asset that a provider has added, and what that was given.
    List<Digest> reachedFrom(Optional<CodeEntry> code, List<String> given, List<Parameter> parameters) {
        List<Digest> parts = new ArrayList<>();
        if (code.isPresent()) {
            CodeEntry entry = code.get();
            parts.add(reach.of(new Unit.Initializer(entry.owner())));
            if (entry.descriptor().isEmpty()) {
                UserClass type = classes.find(entry.owner());
                if (type != null) {
                    type.methodsNamed(entry.method()).forEach(each -> parts.add(reach.of(each.unit())));
                }
            } else {
                parts.add(reach.of(new Unit.Method(entry.owner(), entry.method(), entry.descriptor())));
            }
        }
        for (String resource : given) {
            parts.add(making(resource));
        }
        for (Parameter parameter : parameters) {
            parts.add(given(parameter));
        }
        return parts;
    }

    /// Whether a method looks at the instance it is called on; else what makes that instance cannot change what it does.
    boolean usesInstance(String declaringClass, String method) {
        UserClass type = classes.find(internal(declaringClass));
        return type != null && type.methodsNamed(method).stream().anyMatch(UserMethod::usesItsObject);
    }

    Digest rowsOf(ValueType type) {
        return type.row().isPresent() ? recordCode(type.row().get().javaName()) : NOTHING;
    }

    private Digest given(Parameter parameter) {
        if (parameter instanceof Parameter.Upstream upstream) {
            return rowsOf(upstream.input().type());
        }
        if (parameter instanceof Parameter.Configuration configuration) {
            return recordCode(configuration.config().javaName());
        }
        return parameter instanceof Parameter.PreviousVersion previous ? rowsOf(previous.input().type()) : NOTHING;
    }

    private Digest making(String resource) {
        Digest known = made.get(resource);
        if (known == null) {
            List<Digest> parts = new ArrayList<>();
            addMaking(resource, parts, new HashSet<>());
            known = all(parts);
            made.put(resource, known);
        }
        return known;
    }

    private void addMaking(String resource, List<Digest> parts, Set<String> seen) {
        DeclaredResource declared = resources.get(resource);
        if (declared == null || !seen.add(resource)) {
            return;
        }
        switch (declared.spec().making()) {
            case CONSTRUCTOR -> {
                parts.add(reach.of(new Unit.Instance(internal(resource))));
                addConstructors(resource, parts);
            }
            case PROVIDES -> addProviders(declared.declaringClass(), resource, parts, seen);
        }
        for (Argument argument : declared.spec().arguments()) {
            switch (argument) {
                case Argument.OfResource(String javaName) -> addMaking(javaName, parts, seen);
                case Argument.OfConfig config -> parts.add(recordCode(config.config().javaName()));
                case Argument.OfSecret _ -> {}
            }
        }
    }

    private void addConstructors(String javaName, List<Digest> parts) {
        UserClass type = classes.find(internal(javaName));
        if (type != null) {
            type.methodsNamed("<init>").forEach(each -> parts.add(reach.of(each.unit())));
        }
    }

    private void addProviders(String declaringClass, String resource, List<Digest> parts, Set<String> seen) {
        UserClass type = classes.find(internal(declaringClass));
        if (type == null) {
            return;
        }
        String returned = ")L" + internal(resource) + ";";
        // By signature, so that moving a method changes nothing.
        for (UserMethod method : new TreeMap<>(type.methods()).values()) {
            if (method.model().methodType().stringValue().endsWith(returned) && isProvider(method)) {
                parts.add(reach.of(new Unit.Initializer(type.name())));
                parts.add(reach.of(method.unit()));
                if (!method.isStatic()) {
                    addMaking(declaringClass, parts, seen);
                }
            }
        }
    }

    private static boolean isProvider(UserMethod method) {
        return method.model()
                .findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(RuntimeInvisibleAnnotationsAttribute::annotations)
                .orElse(List.of())
                .stream()
                .anyMatch(annotation -> annotation.className().equalsString(PROVIDES));
    }

    /// The constructors and accessors, which the engine calls to make rows from columns and columns from rows.
    Digest recordCode(String javaName) {
        Digest known = records.get(javaName);
        if (known == null) {
            known = readRecord(javaName);
            records.put(javaName, known);
        }
        return known;
    }

    private Digest readRecord(String javaName) {
        List<Digest> parts = new ArrayList<>();
        UserClass type = classes.find(internal(javaName));
        if (type != null) {
            parts.add(reach.of(new Unit.Initializer(type.name())));
            addConstructors(javaName, parts);
            for (RecordComponentInfo component : Units.components(type)) {
                type.methodsNamed(component.name().stringValue())
                        .forEach(accessor -> parts.add(reach.of(accessor.unit())));
            }
        }
        return all(parts);
    }

    private static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }

    private Digest all(List<Digest> parts) {
        hasher.add(parts.size());
        parts.forEach(hasher::add);
        return hasher.finish();
    }
}
