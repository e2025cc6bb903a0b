package dev.weir.assets.digest.code;

import java.lang.classfile.ClassFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes names of types, fields and methods into the content of a unit, and refers to the user code behind them. Names
/// that the compiler made up are left out: what they stand for is told by the reference.
final class References {

    private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L([^;]+);");

    private final UserClasses classes;
    private final Content content;

    References(UserClasses classes, Content content) {
        this.classes = classes;
        this.content = content;
    }

    UserClasses classes() {
        return classes;
    }

    Content content() {
        return content;
    }

    /// A class, or an array as in `[Lcom/acme/Row;`.
    void addType(String name) {
        if (name.startsWith("[")) {
            addDescriptor(name);
            return;
        }
        UserClass user = classes.find(name);
        content.add(user == null || user.isNamed() ? name : "");
        if (user != null) {
            content.refer(new Unit.Shape(name));
        }
    }

    void addDescriptor(String descriptor) {
        content.add(withoutMadeUpNames(descriptor));
    }

    // Only the names of local and anonymous classes have a digit behind a '$', as Outer$1 and Outer$1Row.
    private String withoutMadeUpNames(String descriptor) {
        int dollar = descriptor.indexOf('$');
        if (dollar < 0) {
            return descriptor;
        }
        return TYPE_IN_DESCRIPTOR.matcher(descriptor).replaceAll(type -> {
            UserClass user = classes.find(type.group(1));
            return user == null || user.isNamed() ? Matcher.quoteReplacement(type.group()) : "L;";
        });
    }

    void addField(String owner, String name, String descriptor, boolean isStatic) {
        addType(owner);
        addDescriptor(descriptor);
        UserClass user = classes.find(owner);
        int synthetic = user == null || isStatic ? -1 : user.syntheticField(name);
        content.add(synthetic < 0 ? name : "").add(synthetic);
        if (isStatic && user != null) {
            content.refer(new Unit.Initializer(owner));
        }
    }

    /// A call whose target is known when it is compiled: of a static method, a constructor, a private or inherited one.
    void addDirectCall(String owner, String name, String descriptor, boolean isStatic) {
        UserMethod found = classes.method(owner, name, descriptor);
        addSignature(owner, found, name, descriptor);
        if (isStatic && classes.find(owner) != null) {
            content.refer(new Unit.Initializer(owner));
        }
        if (found != null) {
            content.refer(found.unit());
        }
    }

    void addVirtualCall(String owner, String name, String descriptor) {
        UserMethod found = classes.method(owner, name, descriptor);
        addSignature(owner, found, name, descriptor);
        UserClass receiver = classes.find(owner);
        if (found != null && (!found.canBeOverridden() || (receiver != null && receiver.is(ClassFile.ACC_FINAL)))) {
            content.refer(found.unit());
        } else if (receiver != null) {
            content.refer(new Unit.Call(owner, name, descriptor));
        }
    }

    void addNew(String type) {
        addType(type);
        if (classes.find(type) != null) {
            content.refer(new Unit.Instance(type));
        }
    }

    private void addSignature(String owner, @Nullable UserMethod found, String name, String descriptor) {
        addType(owner);
        content.add(found != null && found.hasMadeUpName() ? "" : name);
        addDescriptor(descriptor);
    }
}
