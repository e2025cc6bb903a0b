package dev.weir.materializer.child;

import dev.weir.assets.spec.Placement.OwnProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a JVM is started that has the same classes as this one.
///
/// @param java the program
/// @param main the class that calls [ChildMain]
/// @param archive classes ready to be used, those of the class path
public record ChildJvm(Path java, String classPath, String main, Optional<Path> archive) {

    /// One like that which runs this.
    public static ChildJvm ofThisProcess(String main) {
        return new ChildJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path", ""),
                main,
                // The launcher has looked whether it is of these jars.
                Optional.ofNullable(System.getProperty("weir.archive")).map(Path::of).filter(Files::isRegularFile));
    }

    List<String> words(OwnProcess place, ChildFiles files) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        if (place.jvm().stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            words.add("-XX:+UseSerialGC");
        }
        // Short lives: what takes long says otherwise.
        words.add("-XX:TieredStopAtLevel=1");
        archive.ifPresent(file -> words.add("-XX:AOTCache=" + file));
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
