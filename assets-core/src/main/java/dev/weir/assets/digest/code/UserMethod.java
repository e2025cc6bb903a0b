package dev.weir.assets.digest.code;

import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;

/// A method of the user's code and the class that declares it.
record UserMethod(UserClass owner, MethodModel model) {

    Unit.Method unit() {
        return new Unit.Method(
                owner.name(),
                model.methodName().stringValue(),
                model.methodType().stringValue());
    }

    boolean isStatic() {
        return is(ClassFile.ACC_STATIC);
    }

    /// Whether a call through a type may run another method instead.
    boolean canBeOverridden() {
        return !is(ClassFile.ACC_FINAL) && !is(ClassFile.ACC_PRIVATE) && !owner.is(ClassFile.ACC_FINAL);
    }

    /// Whether an object of the class can be asked for it.
    boolean canBeCalledOnObjects() {
        return !isStatic() && !is(ClassFile.ACC_PRIVATE) && !is(ClassFile.ACC_ABSTRACT);
    }

    /// Whether its name says nothing: the body of a lambda is `lambda$orders$3`, an accessor of older compilers
    /// `access$100`.
    boolean hasMadeUpName() {
        String name = model.methodName().stringValue();
        return is(ClassFile.ACC_SYNTHETIC) && (name.startsWith("lambda$") || name.startsWith("access$"));
    }

    private boolean is(int flag) {
        return (model.flags().flagsMask() & flag) != 0;
    }
}
