package dev.weir.processor;

import dev.weir.checks.index.ClassIndex;
import dev.weir.processor.ModuleParts.Call;
import dev.weir.processor.ModuleParts.Result;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The source of the module of one declaring class. Everything goes by number through `switch`, which costs nothing at
/// a cold start where a lambda for each method would. A method that is too large is never compiled to machine code, so
/// each holds few enough cases.
final class ModuleSource {

    private static final int CHUNK_BITS = 5;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final ClassIndex index;
    private final ModuleParts parts;

    ModuleSource(ClassIndex index, ModuleParts parts) {
        this.index = index;
        this.parts = parts;
    }

    String text() {
        int dot = index.moduleClass().lastIndexOf('.');
        String packageName = dot < 0 ? "" : index.moduleClass().substring(0, dot);
        return """
            %s/// Calls what %s declares.
            @javax.annotation.processing.Generated("dev.weir.processor.WeirProcessor")
            @SuppressWarnings({"unchecked", "rawtypes", "deprecation", "removal", "NullAway"})
            public final class %s implements dev.weir.assets.generated.AssetModule {

            %s
            %s
            %s
                private static IllegalArgumentException unknown(String what, int number) {
                    return new IllegalArgumentException("%s has no " + what + " " + number);
                }
            }
            """.formatted(
                packageName.isEmpty() ? "" : "package " + packageName + ";\n\n",
                index.declaringClass().replace('$', '.'),
                index.moduleClass().substring(dot + 1),
                dispatch("Object", "construct", "factory", ", Object[] arguments", ", arguments", parts.factories()),
                dispatch(
                        "Object",
                        "call",
                        "method",
                        ", Object instance, Object[] arguments",
                        ", instance, arguments",
                        parts.methods().stream().map(ModuleSource::value).toList()),
                dispatch(
                        "dev.weir.assets.generated.RowCodec<?>",
                        "codec",
                        "row",
                        "",
                        "",
                        parts.codecs()),
                index.moduleClass());
    }

    private static String value(Call call) {
        return call.result() == Result.VALUE ? call.expression() : "{ %s; yield null; }".formatted(call.expression());
    }

    private static String dispatch(
            String type, String name, String number, String parameters, String arguments, List<String> values) {
        String signature =
                "%s(int %s%s)%s".formatted(name, number, parameters, parameters.isEmpty() ? "" : " throws Throwable");
        if (values.size() <= CHUNK) {
            return "    @Override\n    public %s %s {\n%s    }\n".formatted(type, signature, cases(number, values, 0));
        }
        int chunks = (values.size() + CHUNK - 1) >> CHUNK_BITS;
        List<String> calls = IntStream.range(0, chunks)
                .mapToObj(chunk -> "%s%s(%s%s)".formatted(name, chunk, number, arguments))
                .toList();
        String first = "    @Override\n    public %s %s {\n        return switch (%s >> %s) {\n%s        };\n    }\n"
                .formatted(type, signature, number, CHUNK_BITS, arms(number, calls, 0));
        return first
                + IntStream.range(0, chunks)
                        .mapToObj(chunk -> "\n    private static %s %s {\n%s    }\n"
                                .formatted(
                                        type,
                                        signature.replaceFirst(name, name + chunk),
                                        cases(
                                                number,
                                                values.subList(
                                                        chunk * CHUNK, Math.min(values.size(), (chunk + 1) * CHUNK)),
                                                chunk * CHUNK)))
                        .collect(Collectors.joining());
    }

    private static String cases(String number, List<String> values, int from) {
        return values.isEmpty()
                ? "        throw unknown(\"%s\", %s);\n".formatted(number, number)
                : "        return switch (%s) {\n%s        };\n".formatted(number, arms(number, values, from));
    }

    private static String arms(String number, List<String> values, int from) {
        return IntStream.range(0, values.size())
                        .mapToObj(i -> "            case %s -> %s%s\n"
                                .formatted(
                                        from + i, values.get(i), values.get(i).endsWith("}") ? "" : ";"))
                        .collect(Collectors.joining())
                + "            default -> throw unknown(\"%s\", %s);\n".formatted(number, number);
    }
}
