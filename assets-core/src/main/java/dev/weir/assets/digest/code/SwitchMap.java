package dev.weir.assets.digest.code;

import dev.weir.assets.digest.code.Opcodes.Operands;
import java.lang.classfile.Attributes;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which constant of an enum each case of a switch stands for. The compiler numbers the cases of all switches of a class
/// together, in a made-up class beside it, so that a case's number may change with any other switch.
///
/// @param constants the names of constants by the number of their case
record SwitchMap(Map<Integer, String> constants) {

    private static final String PREFIX = "$SwitchMap$";

    static boolean isSwitchMap(String field) {
        return field.startsWith(PREFIX);
    }

    @Nullable String constant(int label) {
        return constants.get(label);
    }

    /// Reads the map from the initializer of the made-up class, a list of `map[Color.RED.ordinal()] = 1`.
    static SwitchMap read(@Nullable UserClass madeUp, String field) {
        UserMethod initializer = madeUp == null ? null : madeUp.method("<clinit>", "()V");
        Map<Integer, String> constants = new HashMap<>();
        if (initializer != null) {
            ConstantPool pool = initializer.owner().model().constantPool();
            initializer
                    .model()
                    .findAttribute(Attributes.code())
                    .ifPresent(code -> new Reading(code.codeArray(), pool, field).into(constants));
        }
        return new SwitchMap(constants);
    }

    private static final class Reading {

        private final byte[] code;
        private final ConstantPool pool;
        private final String field;
        private boolean isOurs;
        private String constant = "";
        private int label;

        Reading(byte[] code, ConstantPool pool, String field) {
            this.code = code;
            this.pool = pool;
            this.field = field;
        }

        void into(Map<Integer, String> constants) {
            for (int at = 0; at < code.length; at += Opcodes.length(code, at)) {
                int opcode = code[at] & 0xff;
                if (opcode == Opcodes.GETSTATIC) {
                    readField(at);
                } else if (opcode == Opcodes.IASTORE) {
                    if (isOurs) {
                        constants.put(label, constant);
                    }
                } else {
                    readNumber(opcode, at);
                }
            }
        }

        private void readField(int at) {
            String name = pool.entryByIndex(Opcodes.unsigned2(code, at + 1), FieldRefEntry.class)
                    .name()
                    .stringValue();
            if (isSwitchMap(name)) {
                isOurs = name.equals(field);
            } else {
                constant = name;
            }
        }

        private void readNumber(int opcode, int at) {
            Operands operands = Opcodes.operandsOf(opcode);
            if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_0 + 5) {
                label = opcode - Opcodes.ICONST_0;
            } else if (opcode == Opcodes.BIPUSH) {
                label = code[at + 1];
            } else if (operands == Operands.SHORT) {
                label = Opcodes.short2(code, at + 1);
            } else if (operands == Operands.CONSTANT) {
                label = pool.entryByIndex(code[at + 1] & 0xff, IntegerEntry.class).intValue();
            }
        }
    }
}
