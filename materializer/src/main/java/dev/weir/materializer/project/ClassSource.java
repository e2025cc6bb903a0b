package dev.weir.materializer.project;

import dev.weir.assets.spec.Computation;
import dev.weir.materializer.project.source.MethodText;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.LineNumberTableAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a class file in a folder of classes says of its source.
///
/// @param name the binary name of the class
/// @param folder that of the classes
/// @param file that of the class
record ClassSource(String name, Path folder, Path file, ClassModel model) {

    /// Empty if the class is in no folder of the project's classes.
    static Optional<ClassSource> of(String name, ProjectClasses classes) throws IOException {
        Optional<Path> folder = classes.folderOf(name.replace('.', '/'));
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(name.replace('.', '/') + ".class");
        return Optional.of(new ClassSource(name, folder.get(), file, ClassFile.of().parse(Files.readAllBytes(file))));
    }

    String fileName() {
        return model.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElseGet(() -> types().getFirst() + ".java");
    }

    List<String> packages() {
        List<String> parts = List.of(name.split("\\."));
        return parts.subList(0, parts.size() - 1);
    }

    /// The names of the class and those around it, the outermost first.
    private List<String> types() {
        return List.of(name.substring(name.lastIndexOf('.') + 1).split("\\$"));
    }

    /// What an asset that a provider adds is declared by is the provider's method.
    MethodText.Meant meant(Computation computation) {
        String method = computation.method().split(" ", 2)[0];
        return new MethodText.Meant(types(), method, computation.parameters().size(), linesOf(method));
    }

    private List<Integer> linesOf(String method) {
        return model.methods().stream()
                .filter(each -> each.methodName().equalsString(method))
                .flatMap(each -> each.code().stream())
                .flatMap(code -> code.findAttribute(Attributes.lineNumberTable()).stream())
                .map(LineNumberTableAttribute::lineNumbers)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines.getFirst().lineNumber())
                .toList();
    }
}
