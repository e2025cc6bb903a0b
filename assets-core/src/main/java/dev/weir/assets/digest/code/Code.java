package dev.weir.assets.digest.code;

import dev.weir.assets.digest.code.Opcodes.Operands;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The instructions of one method, written so that equal code is equal: constants and names by value and not by their
/// place in the pool, jumps by the number of the instruction and not by its address (`ldc` and `ldc_w`, `goto` and
/// `goto_w` differ in length by nothing but the size of the class).
final class Code {

    private final CodeAttribute attribute;
    private final References references;
    private final Content content;
    private final Constants constants;
    private final ConstantPool pool;
    private final byte[] code;
    private final int[] numberAt;
    // A switch over an enum reads an array that maps ordinals to the numbers of its cases. The maps wait here, innermost
    // last, while the value that is switched over is computed.
    private final Deque<SwitchMap> waiting = new ArrayDeque<>();
    private @Nullable SwitchMap next;

    Code(UserClass owner, CodeAttribute attribute, References references) {
        this.attribute = attribute;
        this.references = references;
        this.content = references.content();
        this.constants = new Constants(owner, references);
        this.pool = owner.model().constantPool();
        this.code = attribute.codeArray();
        this.numberAt = numbers(code);
    }

    private static int[] numbers(byte[] code) {
        int[] numbers = new int[code.length + 1];
        int number = 0;
        for (int at = 0; at < code.length; at += Opcodes.length(code, at)) {
            numbers[at] = number++;
        }
        numbers[code.length] = number;
        return numbers;
    }

    void add() {
        for (int at = 0; at < code.length; at += Opcodes.length(code, at)) {
            addInstruction(at);
        }
        for (ExceptionCatch handler : attribute.exceptionHandlers()) {
            content.add(numberAt[attribute.labelToBci(handler.tryStart())])
                    .add(numberAt[attribute.labelToBci(handler.tryEnd())])
                    .add(numberAt[attribute.labelToBci(handler.handler())]);
            references.addType(handler.catchType().map(ClassEntry::asInternalName).orElse("any"));
        }
    }

    private void addInstruction(int at) {
        int opcode = code[at] & 0xff;
        Operands operands = Opcodes.operandsOf(opcode);
        SwitchMap map = next;
        next = opcode == Opcodes.IALOAD && !waiting.isEmpty() ? waiting.pop() : null;
        if (operands != Operands.WIDE) {
            content.addByte(normal(opcode));
        }
        switch (operands) {
            case NONE -> {}
            case BYTE -> content.addByte(code[at + 1]);
            case SHORT -> content.add(Opcodes.short2(code, at + 1));
            case LOCAL -> content.add(code[at + 1] & 0xff);
            case INCREMENT -> content.add(code[at + 1] & 0xff).add((int) code[at + 2]);
            case CONSTANT -> constants.add(pool.entryByIndex(code[at + 1] & 0xff));
            case CONSTANT_W -> constants.add(pool.entryByIndex(Opcodes.unsigned2(code, at + 1)));
            case FIELD -> addField(opcode, at);
            case METHOD, INTERFACE_METHOD -> addCall(opcode, at);
            case DYNAMIC -> constants.addDynamic(
                    pool.entryByIndex(Opcodes.unsigned2(code, at + 1), InvokeDynamicEntry.class));
            case TYPE -> addType(opcode, at);
            case ARRAY -> {
                addType(opcode, at);
                content.addByte(code[at + 3]);
            }
            case BRANCH -> addJump(at, Opcodes.short2(code, at + 1));
            case BRANCH_W -> addJump(at, Opcodes.int4(code, at + 1));
            case TABLE -> addTable(at, map);
            case LOOKUP -> addLookup(at, map);
            case WIDE -> addWide(at);
        }
    }

    private static int normal(int opcode) {
        return switch (opcode) {
            case Opcodes.LDC_W -> Opcodes.LDC;
            case Opcodes.GOTO_W -> Opcodes.GOTO;
            case Opcodes.TABLESWITCH -> Opcodes.LOOKUPSWITCH;
            default -> opcode;
        };
    }

    private void addField(int opcode, int at) {
        MemberRefEntry field = member(at);
        String type = field.owner().asInternalName();
        String name = field.name().stringValue();
        if (opcode == Opcodes.GETSTATIC && SwitchMap.isSwitchMap(name)) {
            content.add("an enum's case");
            waiting.push(SwitchMap.read(references.classes().find(type), name));
            return;
        }
        references.addField(
                type, name, field.type().stringValue(), opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC);
    }

    private void addCall(int opcode, int at) {
        MemberRefEntry method = member(at);
        String type = method.owner().asInternalName();
        String name = method.name().stringValue();
        String descriptor = method.type().stringValue();
        if (opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE) {
            references.addVirtualCall(type, name, descriptor);
        } else {
            references.addDirectCall(type, name, descriptor, opcode == Opcodes.INVOKESTATIC);
        }
    }

    private MemberRefEntry member(int at) {
        return pool.entryByIndex(Opcodes.unsigned2(code, at + 1), MemberRefEntry.class);
    }

    private void addType(int opcode, int at) {
        String type = pool.entryByIndex(Opcodes.unsigned2(code, at + 1), ClassEntry.class)
                .asInternalName();
        if (opcode == Opcodes.NEW) {
            references.addNew(type);
        } else {
            references.addType(type);
        }
    }

    private void addJump(int at, int distance) {
        content.add(numberAt[at + distance]);
    }

    private void addTable(int at, @Nullable SwitchMap map) {
        int start = Opcodes.operandsOfSwitch(at);
        int low = Opcodes.int4(code, start + 4);
        int size = Opcodes.int4(code, start + 8) - low + 1;
        Cases cases = new Cases(map, numberAt[at + Opcodes.int4(code, start)]);
        for (int i = 0; i < size; i++) {
            cases.put(low + i, numberAt[at + Opcodes.int4(code, start + 12 + 4 * i)]);
        }
        cases.addTo(content);
    }

    private void addLookup(int at, @Nullable SwitchMap map) {
        int start = Opcodes.operandsOfSwitch(at);
        int size = Opcodes.int4(code, start + 4);
        Cases cases = new Cases(map, numberAt[at + Opcodes.int4(code, start)]);
        for (int i = 0; i < size; i++) {
            int pair = start + 8 + 8 * i;
            cases.put(Opcodes.int4(code, pair), numberAt[at + Opcodes.int4(code, pair + 4)]);
        }
        cases.addTo(content);
    }

    private void addWide(int at) {
        int opcode = code[at + 1] & 0xff;
        content.addByte(opcode).add(Opcodes.unsigned2(code, at + 2));
        if (opcode == Opcodes.IINC) {
            content.add(Opcodes.short2(code, at + 4));
        }
    }
}
