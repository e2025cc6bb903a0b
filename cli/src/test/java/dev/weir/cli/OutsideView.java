package dev.weir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What readers outside of Weir find of the environment `main`.
///
/// @param project in or below which the warehouse lies
record OutsideView(Path project) {

    Path folder() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.endsWith("view/main")).findFirst().orElseThrow();
        }
    }

    String catalog() throws IOException {
        return Files.readString(folder().resolve("_catalog.json"));
    }
}
