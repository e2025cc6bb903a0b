package dev.weir.assets.digest.code;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The classes of the user's code and how they stand to each other. Each file is read once, when first asked for; all of
/// them only when somebody asks for subtypes.
final class UserClasses {

    private final ClassFiles files;
    private final Map<String, Optional<UserClass>> classes = new HashMap<>();
    private final Map<String, Set<String>> foreignMethods = new HashMap<>();
    private @Nullable Map<String, List<String>> directSubtypes;

    UserClasses(ClassFiles files) {
        this.files = files;
    }

    /// The class, if it is the user's.
    @Nullable UserClass find(String name) {
        Optional<UserClass> known = classes.get(name);
        if (known == null) {
            known = name.startsWith("java/") ? Optional.empty() : files.own(name).map(UserClass::parse);
            classes.put(name, known);
        }
        return known.orElse(null);
    }

    /// The method that a call on a type finds; null if it is none of the user's.
    @Nullable UserMethod method(String type, String name, String descriptor) {
        UserClass exact = find(type);
        UserMethod own = exact == null ? null : exact.method(name, descriptor);
        if (own != null) {
            return own;
        }
        for (UserClass each : lineage(type)) {
            UserMethod inherited = each.method(name, descriptor);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /// A type and its supertypes as far as they are the user's: itself, its superclasses, then all interfaces.
    List<UserClass> lineage(String type) {
        List<UserClass> lineage = new ArrayList<>();
        for (UserClass each = find(type); each != null; each = each.superclass() == null ? null : find(each.superclass())) {
            lineage.add(each);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lineage.size(); i++) {
            for (String implemented : lineage.get(i).interfaces()) {
                UserClass each = find(implemented);
                if (each != null && seen.add(implemented)) {
                    lineage.add(each);
                }
            }
        }
        return lineage;
    }

    /// All subtypes of a type that are the user's, without the type itself.
    Set<String> subtypes(String type) {
        Map<String, List<String>> direct = directSubtypes();
        Set<String> subtypes = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            for (String subtype : direct.getOrDefault(open.pop(), List.of())) {
                if (subtypes.add(subtype)) {
                    open.push(subtype);
                }
            }
        }
        return subtypes;
    }

    private Map<String, List<String>> directSubtypes() {
        if (directSubtypes == null) {
            Map<String, List<String>> found = new HashMap<>();
            for (String name : files.names()) {
                UserClass each = find(name);
                if (each != null) {
                    each.supertypes().forEach(above ->
                            found.computeIfAbsent(above, _ -> new ArrayList<>()).add(name));
                }
            }
            directSubtypes = found;
        }
        return directSubtypes;
    }

    /// What code that is not the user's can call on objects of a type: methods by name and descriptor that a supertype
    /// outside the user's code declares.
    Set<String> callableByOthers(String type) {
        Set<String> callable = new HashSet<>(
                Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;"));
        for (UserClass each : lineage(type)) {
            for (String above : each.supertypes()) {
                if (find(above) == null) {
                    callable.addAll(foreignMethods(above));
                }
            }
        }
        return callable;
    }

    private Set<String> foreignMethods(String type) {
        Set<String> known = foreignMethods.get(type);
        if (known == null) {
            known = new HashSet<>();
            foreignMethods.put(type, known);
            // These three declare nothing that user code can override but what every object has.
            if (!type.equals("java/lang/Object") && !type.equals("java/lang/Record") && !type.equals("java/lang/Enum")) {
                readForeignMethods(type, known);
            }
        }
        return known;
    }

    private void readForeignMethods(String type, Set<String> into) {
        Optional<byte[]> file = files.foreign(type);
        if (file.isEmpty()) {
            return;
        }
        ClassModel model = ClassFile.of().parse(file.get());
        for (MethodModel method : model.methods()) {
            if ((method.flags().flagsMask() & (ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE)) == 0) {
                into.add(method.methodName().stringValue() + method.methodType().stringValue());
            }
        }
        model.superclass().ifPresent(above -> into.addAll(foreignMethods(above.asInternalName())));
        for (ClassEntry above : model.interfaces()) {
            into.addAll(foreignMethods(above.asInternalName()));
        }
    }
}
