package dev.weir.materializer.project.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// How a method reads in its source, with its annotations and what is written above it.
///
/// @param line where its type stands, from 1
/// @param first the number of the first of the lines
/// @param left how many lines of it follow the last of these
public record MethodText(int line, int first, List<String> lines, int left) {
    private static final int MOST = 60;
    private static final Pattern TYPE = Pattern.compile(".*[\\w>\\]]");
    private static final Set<String> WORDS_OF_CODE = Set.of("return", "new", "yield", "throw", "else");

    public MethodText {
        lines = List.copyOf(lines);
    }

    /// Which one is meant.
    ///
    /// @param types the names of the class and those around it, the outermost first
    /// @param parameters how many it has; one of the same name with another number of them is taken only if no other is there
    /// @param compiled lines of the code of methods of this name, as the compiler noted them; empty if it noted none
    public record Meant(List<String> types, String method, int parameters, List<Integer> compiled) {
        public Meant {
            types = List.copyOf(types);
            compiled = List.copyOf(compiled);
        }
    }

    /// Empty if there is no such method in a source, or other code stands where it was compiled, or this Java has no compiler.
    public static Optional<MethodText> in(String source, Meant meant) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            return Optional.empty();
        }
        StringSource file = new StringSource(meant.types.getFirst(), source);
        JavacTask task = (JavacTask) javac.getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new Reading(unit, Trees.instance(task).getSourcePositions(), source).find(meant);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The line of the method as it is found in a moment, without the compiler; empty if that is not sure enough.
    public static OptionalInt lineIn(String source, Meant meant) {
        if (meant.compiled.size() != 1) {
            return OptionalInt.empty();
        }
        Pattern declared = Pattern.compile("(\\S+)\\s+%s\\s*\\(".formatted(Pattern.quote(meant.method)));
        List<String> lines = linesOf(source);
        for (int line = Math.min(meant.compiled.getFirst(), lines.size()); line > 0; line--) {
            Matcher found = declared.matcher(lines.get(line - 1));
            if (found.find() && TYPE.matcher(found.group(1)).matches() && !WORDS_OF_CODE.contains(found.group(1))) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    private static List<String> linesOf(String source) {
        return Arrays.asList(source.split("\\R", -1));
    }

    private record Reading(CompilationUnitTree unit, SourcePositions positions, String source) {

        Optional<MethodText> find(Meant meant) {
            List<MethodTree> named = new ArrayList<>();
            type(meant.types).ifPresent(type -> membersOf(type, MethodTree.class)
                    .filter(method -> method.getName().contentEquals(meant.method) && isAsCompiled(method, meant.compiled))
                    .forEach(named::add));
            return named.stream()
                    .min(Comparator.comparing(method -> method.getParameters().size() == meant.parameters ? 0 : 1))
                    .map(this::text);
        }

        private Optional<ClassTree> type(List<String> names) {
            Optional<ClassTree> found = ofName(unit.getTypeDecls().stream(), names.getFirst()).or(this::aroundMethods);
            for (String name : names.subList(1, names.size())) {
                found = found.flatMap(outer -> ofName(outer.getMembers().stream(), name));
            }
            return found;
        }

        private static Optional<ClassTree> ofName(Stream<? extends Tree> trees, String name) {
            return trees.filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(type -> type.getSimpleName().contentEquals(name))
                    .findFirst();
        }

        private Optional<ClassTree> aroundMethods() {
            return Wrapping.methodsWithoutClass(unit, positions);
        }

        private static <T extends Tree> Stream<T> membersOf(ClassTree type, Class<T> kind) {
            return type.getMembers().stream().filter(kind::isInstance).map(kind::cast);
        }

        private boolean isAsCompiled(MethodTree method, List<Integer> compiled) {
            if (compiled.isEmpty() || method.getBody() == null) {
                return true;
            }
            int first = lineOf(positions.getStartPosition(unit, method));
            int last = lineOf(positions.getEndPosition(unit, method));
            return compiled.stream().anyMatch(line -> line >= first && line <= last);
        }

        private MethodText text(MethodTree method) {
            List<String> all = linesOf(source);
            int first = firstOfComment(all, lineOf(positions.getStartPosition(unit, method)));
            int last = lineOf(positions.getEndPosition(unit, method));
            int shown = Math.min(last, first + MOST - 1);
            Tree type = method.getReturnType();
            int line = lineOf(positions.getStartPosition(unit, type == null ? method : type));
            return new MethodText(line, first, all.subList(first - 1, shown), last - shown);
        }

        private int lineOf(long position) {
            return (int) unit.getLineMap().getLineNumber(position == Diagnostic.NOPOS ? 0 : position);
        }

        // Comments are no part of what the parser gives.
        private static int firstOfComment(List<String> lines, int declared) {
            int first = declared;
            while (first > 1 && lines.get(first - 2).strip().startsWith("//")) {
                first--;
            }
            if (first == declared && first > 1 && lines.get(first - 2).strip().endsWith("*/")) {
                while (first > 1 && !lines.get(first - 1).strip().startsWith("/*")) {
                    first--;
                }
            }
            return first;
        }
    }
}
