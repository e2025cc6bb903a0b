package dev.weir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Does once in a folder of its own what most commands of the tests do.
final class RehearsalOfWeir {

    private static final String SOURCE = """
            record Person(String name, int age) {}

            @Asset List<Person> people() { return List.of(new Person("Ada", 36), new Person("Grace", 85)); }

            @Asset int oldest(List<Person> people) { return people.getLast().age(); }
            """;

    private RehearsalOfWeir() {}

    /// Never returns: the last command ends the process.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(""), "project");
        Path source = Files.writeString(folder.resolve("Shop.java"), SOURCE);
        Called made = Called.in(folder.toAbsolutePath(), "materialize", "-f", "Shop.java");
        if (made.status() != 0) {
            throw new IllegalStateException(made.toString());
        }
        Main.main(new String[] {"runs", "-f", source.toString()});
    }
}
