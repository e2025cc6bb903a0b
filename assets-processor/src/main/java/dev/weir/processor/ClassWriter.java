package dev.weir.processor;

import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/// Writes what is generated for declaring classes: the module, the index as a file and as a type, and the codecs.
final class ClassWriter {

    private final Compilation compilation;
    private final Filer filer;
    private final Set<String> codecs = new HashSet<>();

    ClassWriter(Compilation compilation, Filer filer) {
        this.compilation = compilation;
        this.filer = filer;
    }

    void write(ReadClass read) {
        TypeElement type = read.type();
        ClassIndex index = read.index();
        byte[] bytes = IndexFormat.write(index);
        IndexCarrierSource carrier = new IndexCarrierSource(index.declaringClass(), bytes);
        source(index.moduleClass(), new ModuleSource(index, read.parts()).text(), type);
        source(carrier.name(), carrier.text(), type);
        resource(ClassIndex.fileOf(index.declaringClass()), bytes, type);
        for (Row row : read.parts().rows()) {
            codec(row, type);
            row.inside().forEach(inside -> codec(inside, type));
        }
    }

    private void codec(Row row, TypeElement user) {
        if (row.owned() && codecs.add(row.codec())) {
            source(row.codec(), new CodecSource(row).text(), user, row.type());
        }
    }

    private void source(String name, String text, Element... origins) {
        try (Writer file = filer.createSourceFile(name, origins).openWriter()) {
            file.write(text);
        } catch (IOException failed) {
            complain(name, failed, origins[0]);
        }
    }

    private void resource(String path, byte[] bytes, Element origin) {
        try (OutputStream file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                .openOutputStream()) {
            file.write(bytes);
        } catch (IOException failed) {
            complain(path, failed, origin);
        }
    }

    private void complain(String name, IOException failed, Element origin) {
        compilation.complain(
                Place.of(origin),
                failed instanceof FilerException
                        ? "Weir generates %s for two things: rename one of the classes".formatted(name)
                        : "Weir cannot write %s: %s".formatted(name, failed.getMessage()));
    }
}
