package dev.weir.assets.digest.code;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LoadInstruction;
import java.util.Optional;

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

    /// Whether it looks at the object it is called on, which the compiler keeps in the first local variable.
    boolean usesItsObject() {
        if (isStatic()) {
            return false;
        }
        Optional<CodeModel> code = model.code();
        if (code.isEmpty()) {
            return true;
        }
        for (CodeElement element : code.get()) {
            if (element instanceof LoadInstruction load && load.slot() == 0) {
                return true;
            }
        }
        return false;
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
