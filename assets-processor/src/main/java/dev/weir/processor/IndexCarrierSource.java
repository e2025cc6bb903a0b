package dev.weir.processor;

import dev.weir.checks.index.IndexedClass;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// The source of the type that carries the index of one class into the compilation of others.
final class IndexCarrierSource {

    // A constant of a class file holds 65,535 bytes.
    private static final int CHUNK = 60_000;

    private final String declaringClass;
    private final byte[] index;

    IndexCarrierSource(String declaringClass, byte[] index) {
        this.declaringClass = declaringClass;
        this.index = index;
    }

    /// The qualified name; `_1` stands for the underscore, so that no two classes share one.
    String name() {
        return IndexedClass.PACKAGE + "." + simpleName();
    }

    String text() {
        return """
            package %s;

            /// What %s declares.
            @javax.annotation.processing.Generated("dev.weir.processor.WeirProcessor")
            @dev.weir.checks.index.IndexedClass(
                    name = "%s",
                    index = {
            %s
                    })
            interface %s {}
            """.formatted(
                IndexedClass.PACKAGE,
                declaringClass.replace('$', '.'),
                declaringClass,
                chunks().stream().map(chunk -> "            \"" + chunk + "\"").collect(Collectors.joining(",\n")),
                simpleName());
    }

    private String simpleName() {
        return declaringClass.replace("_", "_1").replace('.', '_');
    }

    private List<String> chunks() {
        String text = Base64.getEncoder().encodeToString(index);
        List<String> chunks = new ArrayList<>();
        for (int from = 0; from < text.length(); from += CHUNK) {
            chunks.add(text.substring(from, Math.min(text.length(), from + CHUNK)));
        }
        return chunks;
    }
}
