package dev.weir.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Real values, and what has broken a target once.
final class Corpus {

    private static final Path FOUND = Path.of("src/test/resources/dev/weir/cli/fuzz");

    private Corpus() {}

    static List<byte[]> of(Target.Named target) throws IOException {
        return of(target, target.make());
    }

    static List<byte[]> of(Target.Named name, Target target) throws IOException {
        List<byte[]> inputs = new ArrayList<>(target.seeds());
        Path found = FOUND.resolve(name.name().toLowerCase(Locale.ROOT));
        if (Files.isDirectory(found)) {
            try (Stream<Path> files = Files.list(found)) {
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }
}
