package dev.weir.assets.digest.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Reads what a unit holds and refers to.
final class Units {

    private static final int TOLD_OF_TYPES = ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT | ClassFile.ACC_ENUM;
    private static final int TOLD_OF_METHODS =
            ClassFile.ACC_STATIC | ClassFile.ACC_ABSTRACT | ClassFile.ACC_SYNCHRONIZED | ClassFile.ACC_NATIVE;

    private final UserClasses classes;

    Units(UserClasses classes) {
        this.classes = classes;
    }

    Content method(Unit.Method unit) {
        Content content = new Content();
        UserMethod method = classes.method(unit.owner(), unit.name(), unit.descriptor());
        if (method != null) {
            References references = new References(classes, content);
            content.add(method.model().flags().flagsMask() & TOLD_OF_METHODS);
            references.addDescriptor(unit.descriptor());
            method.model()
                    .findAttribute(Attributes.code())
                    .ifPresent(code -> new Code(method.owner(), code, references).add());
        }
        return content;
    }

    Content call(Unit.Call unit) {
        Content content = new Content(Content.Order.NONE);
        UserMethod found = classes.method(unit.owner(), unit.name(), unit.descriptor());
        if (found != null) {
            content.refer(found.unit());
        }
        for (String subtype : classes.subtypes(unit.owner())) {
            UserMethod running = classes.method(subtype, unit.name(), unit.descriptor());
            if (running != null) {
                content.refer(running.unit());
            }
        }
        return content;
    }

    Content shape(String type) {
        Content content = new Content();
        UserClass user = classes.find(type);
        if (user != null) {
            References references = new References(classes, content);
            content.add(user.model().flags().flagsMask() & TOLD_OF_TYPES);
            user.supertypes().forEach(references::addType);
            for (RecordComponentInfo component : components(user)) {
                content.add(component.name().stringValue());
                references.addDescriptor(component.descriptor().stringValue());
            }
        }
        return content;
    }

    Content initializer(String type) {
        Content content = new Content();
        UserClass user = classes.find(type);
        if (user != null) {
            if (user.method("<clinit>", "()V") != null) {
                content.refer(new Unit.Method(type, "<clinit>", "()V"));
            }
            if (user.superclass() != null && classes.find(user.superclass()) != null) {
                content.refer(new Unit.Initializer(user.superclass()));
            }
        }
        return content;
    }

    Content instance(String type) {
        Content content = new Content();
        content.refer(new Unit.Initializer(type)).refer(new Unit.Shape(type));
        Set<String> callable = classes.callableByOthers(type);
        TreeMap<String, Unit> running = new TreeMap<>();
        for (UserClass each : classes.lineage(type)) {
            each.methods().forEach((signature, method) -> {
                if (callable.contains(signature) && method.canBeCalledOnObjects()) {
                    running.putIfAbsent(signature, method.unit());
                }
            });
        }
        running.forEach((signature, method) -> content.add(signature).refer(method));
        return content;
    }

    static List<RecordComponentInfo> components(UserClass type) {
        return type.model()
                .findAttribute(Attributes.record())
                .map(RecordAttribute::components)
                .orElseGet(ArrayList::new);
    }
}
