package dev.weir.assets.digest.code;

import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.LongEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.DirectMethodHandleDesc.Kind;

/// Writes constants by their value.
final class Constants {

    private final UserClass owner;
    private final References references;
    private final Content content;

    Constants(UserClass owner, References references) {
        this.owner = owner;
        this.references = references;
        this.content = references.content();
    }

    /// @throws IllegalStateException if the class file holds a constant of a kind that is not known
    void add(PoolEntry constant) {
        content.addByte(constant.tag());
        if (constant instanceof StringEntry text) {
            content.add(text.stringValue());
        } else if (constant instanceof IntegerEntry number) {
            content.add(number.intValue());
        } else if (constant instanceof LongEntry number) {
            content.add(number.longValue());
        } else if (constant instanceof FloatEntry number) {
            content.add(Float.floatToRawIntBits(number.floatValue()));
        } else if (constant instanceof DoubleEntry number) {
            content.add(Double.doubleToRawLongBits(number.doubleValue()));
        } else if (constant instanceof ClassEntry type) {
            references.addType(type.asInternalName());
        } else if (constant instanceof MethodTypeEntry type) {
            references.addDescriptor(type.descriptor().stringValue());
        } else if (constant instanceof MethodHandleEntry handle) {
            addHandle(handle);
        } else if (constant instanceof ConstantDynamicEntry dynamic) {
            addBootstrap(dynamic);
        } else {
            throw new IllegalStateException(
                    "Class %s holds a constant of an unknown kind: %s".formatted(owner.name(), constant));
        }
    }

    /// The call of a lambda, a concatenation of strings, a switch over patterns.
    void addDynamic(InvokeDynamicEntry call) {
        addBootstrap(call);
    }

    private void addBootstrap(DynamicConstantPoolEntry dynamic) {
        content.add(dynamic.name().stringValue());
        references.addDescriptor(dynamic.type().stringValue());
        addHandle(dynamic.bootstrap().bootstrapMethod());
        content.add(dynamic.bootstrap().arguments().size());
        for (LoadableConstantEntry argument : dynamic.bootstrap().arguments()) {
            add(argument);
        }
    }

    private void addHandle(MethodHandleEntry handle) {
        Kind kind = Kind.valueOf(handle.kind(), false);
        MemberRefEntry member = handle.reference();
        String type = member.owner().asInternalName();
        String name = member.name().stringValue();
        String descriptor = member.type().stringValue();
        content.add(handle.kind());
        switch (kind) {
            case GETTER, SETTER -> references.addField(type, name, descriptor, false);
            case STATIC_GETTER, STATIC_SETTER -> references.addField(type, name, descriptor, true);
            case VIRTUAL, INTERFACE_VIRTUAL -> references.addVirtualCall(type, name, descriptor);
            case CONSTRUCTOR -> {
                references.addNew(type);
                references.addDirectCall(type, name, descriptor, false);
            }
            case STATIC, INTERFACE_STATIC -> references.addDirectCall(type, name, descriptor, true);
            case SPECIAL, INTERFACE_SPECIAL -> references.addDirectCall(type, name, descriptor, false);
        }
    }
}
