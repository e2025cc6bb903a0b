package dev.weir.materializer.project.source;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where this process has what user code may use of Weir, found by a class of each part.
final class ApiClassPath {

    private static final List<String> PARTS = List.of(
            "dev/weir/partitions/PartitionKey",
            "dev/weir/assets/Asset",
            "dev/weir/checks/Check",
            "org/roaringbitmap/RoaringBitmap",
            "org/jspecify/annotations/Nullable",
            "org/slf4j/Logger",
            "org/apache/arrow/vector/VectorSchemaRoot",
            "org/apache/arrow/memory/BufferAllocator");

    private ApiClassPath() {}

    static List<Path> entries() {
        Set<Path> entries = new LinkedHashSet<>();
        for (String part : PARTS) {
            String file = part + ".class";
            URL url = ApiClassPath.class.getClassLoader().getResource(file);
            if (url != null) {
                entries.add(entryOf(url.toString(), file));
            }
        }
        return List.copyOf(entries);
    }

    /// The folder of `file:/classes/a/B.class`, the jar of `jar:file:/lib/a.jar!/a/B.class`.
    private static Path entryOf(String url, String file) {
        String entry = url.substring(0, url.length() - file.length());
        if (entry.startsWith("jar:")) {
            entry = entry.substring("jar:".length(), entry.length() - "!/".length());
        }
        return new File(URI.create(entry)).toPath();
    }
}
