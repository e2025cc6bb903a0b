package dev.weir.assets.digest.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A class file of the user's code, read once.
final class UserClass {

    private final ClassModel model;
    private final String name;
    private final @Nullable String superclass;
    private final List<String> interfaces;
    private final Map<String, UserMethod> methods;
    private final Map<String, List<UserMethod>> methodsByName = new HashMap<>();
    private final boolean named;

    private UserClass(ClassModel model) {
        this.model = model;
        this.name = model.thisClass().asInternalName();
        this.superclass = model.superclass().map(ClassEntry::asInternalName).orElse(null);
        this.interfaces = new ArrayList<>(model.interfaces().size());
        for (ClassEntry type : model.interfaces()) {
            interfaces.add(type.asInternalName());
        }
        this.methods = LinkedHashMap.newLinkedHashMap(model.methods().size());
        for (MethodModel each : model.methods()) {
            UserMethod method = new UserMethod(this, each);
            String methodName = each.methodName().stringValue();
            methods.put(methodName + each.methodType().stringValue(), method);
            methodsByName
                    .computeIfAbsent(methodName, _ -> new ArrayList<>(1))
                    .add(method);
        }
        this.named = model.findAttribute(Attributes.enclosingMethod()).isEmpty();
    }

    static UserClass parse(byte[] file) {
        return new UserClass(ClassFile.of().parse(file));
    }

    ClassModel model() {
        return model;
    }

    String name() {
        return name;
    }

    @Nullable String superclass() {
        return superclass;
    }

    List<String> interfaces() {
        return interfaces;
    }

    /// The superclass and the interfaces.
    List<String> supertypes() {
        List<String> all = new ArrayList<>(interfaces);
        if (superclass != null) {
            all.addFirst(superclass);
        }
        return all;
    }

    /// By name and descriptor, written one behind the other.
    Map<String, UserMethod> methods() {
        return methods;
    }

    @Nullable UserMethod method(String methodName, String descriptor) {
        return methods.get(methodName + descriptor);
    }

    /// In the order of their descriptors, so that moving a method changes nothing.
    List<UserMethod> methodsNamed(String methodName) {
        List<UserMethod> found = methodsByName.getOrDefault(methodName, List.of());
        if (found.size() < 2) {
            return found;
        }
        List<UserMethod> named = new ArrayList<>(found);
        named.sort(Comparator.comparing(method -> method.model().methodType().stringValue()));
        return named;
    }

    /// Whether the author named the class where all can see it; if not, the compiler numbered it.
    boolean isNamed() {
        return named;
    }

    boolean is(int flag) {
        return (model.flags().flagsMask() & flag) != 0;
    }

    /// The place of a synthetic field among the synthetic fields, -1 if the author named it. Captured variables become
    /// such fields, and their names are not to matter.
    int syntheticField(String fieldName) {
        int place = 0;
        for (FieldModel field : model.fields()) {
            boolean synthetic = (field.flags().flagsMask() & ClassFile.ACC_SYNTHETIC) != 0;
            if (field.fieldName().equalsString(fieldName)) {
                return synthetic ? place : -1;
            }
            place += synthetic ? 1 : 0;
        }
        return -1;
    }
}
