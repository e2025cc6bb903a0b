package dev.weir.materializer.child;

import dev.weir.assets.spec.Placement.OwnProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a JVM is started that has the same classes as this one.
///
/// @param java the program
/// @param main the class that calls [ChildMain]
/// @param archive classes ready to be used, which the JVM leaves alone where they are not those of the class path
public record ChildJvm(Path java, String classPath, String main, Optional<Path> archive) {

    /// One like that which runs this.
    public static ChildJvm ofThisProcess(String main) {
        String classPath = System.getProperty("java.class.path", "");
        Path first = Path.of(classPath.split(File.pathSeparator, 2)[0]).toAbsolutePath();
        Path archive = first.resolveSibling("weir.jsa");
        return new ChildJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                main,
                Files.isRegularFile(archive) ? Optional.of(archive) : Optional.empty());
    }

    List<String> words(OwnProcess place, ChildFiles files) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        if (place.jvm().stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            words.add("-XX:+UseSerialGC");
        }
        // Short lives: what takes long says otherwise.
        words.add("-XX:TieredStopAtLevel=1");
        archive.ifPresent(file -> words.add("-XX:SharedArchiveFile=" + file));
        words.addAll(List.of(
                "-Xlog:aot*=off,cds*=off",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + files.crash()));
        if (!place.heap().isEmpty()) {
            words.add("-Xmx" + place.heap());
        }
        words.addAll(place.jvm());
        words.addAll(List.of("-cp", classPath, main, files.folder().toString()));
        return words;
    }
}
