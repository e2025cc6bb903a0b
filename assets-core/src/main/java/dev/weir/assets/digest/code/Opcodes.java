package dev.weir.assets.digest.code;

import java.util.Arrays;

/// What stands behind each opcode in a class file, by the Java Virtual Machine Specification §6.5.
final class Opcodes {

    static final int ICONST_0 = 3;
    static final int BIPUSH = 16;
    static final int LDC = 18;
    static final int LDC_W = 19;
    static final int IINC = 132;
    static final int GOTO = 167;
    static final int TABLESWITCH = 170;
    static final int LOOKUPSWITCH = 171;
    static final int GETSTATIC = 178;
    static final int PUTSTATIC = 179;
    static final int INVOKEVIRTUAL = 182;
    static final int INVOKESTATIC = 184;
    static final int INVOKEINTERFACE = 185;
    static final int NEW = 187;
    static final int WIDE = 196;
    static final int GOTO_W = 200;
    static final int IALOAD = 46;
    static final int IASTORE = 79;

    /// The operands of an instruction.
    enum Operands {
        NONE(0),
        BYTE(1),
        SHORT(2),
        LOCAL(1),
        INCREMENT(2),
        CONSTANT(1),
        CONSTANT_W(2),
        FIELD(2),
        METHOD(2),
        INTERFACE_METHOD(4),
        DYNAMIC(4),
        TYPE(2),
        ARRAY(3),
        BRANCH(2),
        BRANCH_W(4),
        TABLE(-1),
        LOOKUP(-1),
        WIDE(-1);

        private final int length;

        Operands(int length) {
            this.length = length;
        }
    }

    private static final Operands[] OPERANDS = operands();

    private Opcodes() {}

    static Operands operandsOf(int opcode) {
        return OPERANDS[opcode];
    }

    /// How many bytes an instruction has.
    static int length(byte[] code, int at) {
        int opcode = code[at] & 0xff;
        Operands operands = OPERANDS[opcode];
        return switch (operands) {
            case TABLE -> {
                int start = operandsOfSwitch(at);
                yield start + 12 + 4 * (int4(code, start + 8) - int4(code, start + 4) + 1) - at;
            }
            case LOOKUP -> {
                int start = operandsOfSwitch(at);
                yield start + 8 + 8 * int4(code, start + 4) - at;
            }
            case WIDE -> (code[at + 1] & 0xff) == IINC ? 6 : 4;
            default -> 1 + operands.length;
        };
    }

    /// Where the operands of a switch start: at the next multiple of four.
    static int operandsOfSwitch(int at) {
        return (at + 4) & ~3;
    }

    static int short2(byte[] code, int at) {
        return (short) unsigned2(code, at);
    }

    static int unsigned2(byte[] code, int at) {
        return (code[at] & 0xff) << 8 | (code[at + 1] & 0xff);
    }

    static int int4(byte[] code, int at) {
        return unsigned2(code, at) << 16 | unsigned2(code, at + 2);
    }

    private static Operands[] operands() {
        Operands[] all = new Operands[256];
        Arrays.fill(all, Operands.NONE);
        all[16] = Operands.BYTE;
        all[17] = Operands.SHORT;
        all[LDC] = Operands.CONSTANT;
        Arrays.fill(all, LDC_W, 21, Operands.CONSTANT_W);
        Arrays.fill(all, 21, 26, Operands.LOCAL);
        Arrays.fill(all, 54, 59, Operands.LOCAL);
        all[IINC] = Operands.INCREMENT;
        Arrays.fill(all, 153, 169, Operands.BRANCH);
        all[169] = Operands.LOCAL;
        all[TABLESWITCH] = Operands.TABLE;
        all[LOOKUPSWITCH] = Operands.LOOKUP;
        Arrays.fill(all, GETSTATIC, INVOKEVIRTUAL, Operands.FIELD);
        Arrays.fill(all, INVOKEVIRTUAL, INVOKEINTERFACE, Operands.METHOD);
        all[INVOKEINTERFACE] = Operands.INTERFACE_METHOD;
        all[186] = Operands.DYNAMIC;
        all[NEW] = Operands.TYPE;
        all[188] = Operands.BYTE;
        all[189] = Operands.TYPE;
        Arrays.fill(all, 192, 194, Operands.TYPE);
        all[WIDE] = Operands.WIDE;
        all[197] = Operands.ARRAY;
        Arrays.fill(all, 198, 200, Operands.BRANCH);
        Arrays.fill(all, GOTO_W, 202, Operands.BRANCH_W);
        return all;
    }
}
