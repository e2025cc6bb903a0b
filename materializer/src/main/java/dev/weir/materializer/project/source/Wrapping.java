package dev.weir.materializer.project.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/// Makes a source complete: the imports that every asset needs, and a class around methods that stand without one.
final class Wrapping {

    // Raised whenever the same source becomes another text.
    static final int NUMBER = 2;

    static final String IMPORTS = "import dev.weir.assets.*; import dev.weir.checks.*; import dev.weir.partitions.*; "
            + "import java.util.*; import java.util.stream.*; import java.time.*; ";

    private final JavaCompiler javac;

    Wrapping(JavaCompiler javac) {
        this.javac = javac;
    }

    /// @param className the name of the class that is put around methods without one
    /// @throws WeirException `SOURCE_DOES_NOT_COMPILE` if there is a package but no class
    SourceText wrap(String fileName, String original, String className) throws IOException {
        Complaints complaints = new Complaints(fileName, new SourceText(original));
        JavacTask task = (JavacTask) javac.getTask(
                null,
                null,
                diagnostic -> refusePackage(diagnostic, complaints),
                List.of("-proc:none"),
                null,
                List.of(new StringSource(className, original)));
        CompilationUnitTree unit = task.parse().iterator().next();
        if (!complaints.problems().isEmpty()) {
            throw new WeirException(complaints.problems());
        }
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        int header = endOf(positions, unit, unit.getPackage(), 0);
        SourceText text = new SourceText(original);
        text.insert(header, " " + IMPORTS);
        Optional<ClassTree> methods = methodsWithoutClass(unit, positions);
        if (methods.isPresent()) {
            String kind = hasAbstract(methods.get()) ? "abstract" : "final";
            int imports = header;
            for (ImportTree each : unit.getImports()) {
                imports = endOf(positions, unit, each, imports);
            }
            text.insert(imports, " " + kind + " class " + className + " { ");
            text.insert(original.length(), "\n}\n");
        }
        return text;
    }

    // All other errors come again when the whole is compiled.
    private static void refusePackage(Diagnostic<? extends JavaFileObject> diagnostic, Complaints complaints) {
        if (String.valueOf(diagnostic.getCode()).contains("should.not.have.package")) {
            complaints.report(
                    (int) diagnostic.getPosition(),
                    "methods without a class around them have no package: take this line away, or write the class");
        }
    }

    private static int endOf(SourcePositions positions, CompilationUnitTree unit, Tree tree, int otherwise) {
        long end = tree == null ? Diagnostic.NOPOS : positions.getEndPosition(unit, tree);
        return end == Diagnostic.NOPOS ? otherwise : (int) end;
    }

    // The parser puts a class of its own around methods, which is final although nowhere is written that it is.
    static Optional<ClassTree> methodsWithoutClass(CompilationUnitTree unit, SourcePositions positions) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.FINAL)
                        && positions.getStartPosition(unit, type.getModifiers()) == Diagnostic.NOPOS)
                .findFirst();
    }

    private static boolean hasAbstract(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member -> member instanceof MethodTree method
                        && method.getModifiers().getFlags().contains(Modifier.ABSTRACT));
    }
}
