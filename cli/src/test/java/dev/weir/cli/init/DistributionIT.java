package dev.weir.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The distribution as a user has it, with the project that `weir init` makes and the real Maven. Runs after `package`.
class DistributionIT {

    private static final Path WEIR = Path.of("target/weir/bin/weir").toAbsolutePath();

    @TempDir
    Path folder;

    private Path repository;

    private record Ended(int status, String said) {}

    /// What Maven has here, but for Weir: so nothing of Weir gets into it, nor out of it.
    @BeforeEach
    void shadowTheLocalRepository() throws IOException {
        Path real = Path.of(System.getProperty("weir.maven.local", System.getProperty("user.home") + "/.m2/repository"));
        repository = Files.createDirectory(folder.resolve("repository"));
        link(real, repository, "dev");
        if (Files.isDirectory(real.resolve("dev"))) {
            link(real.resolve("dev"), Files.createDirectory(repository.resolve("dev")), "weir");
        }
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            for (Path each : all.filter(path -> !path.endsWith(except)).toList()) {
                Files.createSymbolicLink(to.resolve(each.getFileName()), each);
            }
        }
    }

    /// JUnit warns of each link that it has to take away.
    @AfterEach
    void takeTheLinksAway() throws IOException {
        try (Stream<Path> all = Files.walk(repository, 2)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void aNewProjectRunsIsNeverStaleAndPassesItsTests() throws IOException, InterruptedException {
        Path project = folder.resolve("my-shop");
        Path shop = project.resolve("src/main/java/org/example/shop/Shop.java");

        Ended made = run(folder, WEIR.toString(), "init", "my-shop", "--package", "org.example.shop");
        String asMade = Files.readString(shop);
        Ended first = materialize(project);
        Ended again = materialize(project);
        Files.writeString(shop, asMade.replace("n * 250", "n * 300"));
        Ended changed = materialize(project);
        Files.writeString(shop, asMade.replace("Table<Order> orders)", "Table<Order> order)"));
        Ended mistaken = materialize(project);
        Files.writeString(shop, asMade);
        Ended tested = run(project, "mvn", "-o", "-B", "test");

        assertThat(made.status()).as(made.said()).isZero();
        assertThat(first.said())
                .contains("Compiling my-shop with Maven", "✓ orders@2026-01-01#1  20 rows", "✓ spending@2026-01-01#1  4 rows");
        assertThat(again.said()).isEqualTo("✓ Everything is up to date: 2 partitions of 2 assets.\n");
        assertThat(changed.said())
                .contains("Compiling my-shop with Maven", "✓ orders@2026-01-01#2", "✓ spending@2026-01-01#2");
        assertThat(mistaken.said())
                .contains("Shop.java:[", "depends on order, which is not declared. Did you mean orders?", "does not compile: Maven says above why.")
                .doesNotContain("up to date", "published");
        assertThat(mistaken.status()).isEqualTo(2);
        assertThat(tested.said()).contains("Tests run: 3, Failures: 0", "BUILD SUCCESS");
    }

    /// Its 70 MB would stay in the folder for temporary files whenever a process is killed.
    @Test
    void aProcessThatIsKilledLeavesNoCopyOfTheLibraryOfDuckDb() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path source = folder.resolve("Numbers.java");
        Files.writeString(source, """
                record Number(long n) {}
                @Asset List<Number> numbers() { return List.of(new Number(1), new Number(2)); }
                @Asset long count(Table<Number> numbers) { Runtime.getRuntime().halt(137); return numbers.count(); }
                """);

        Ended ended = run(folder, "env", "WEIR_JAVA_OPTS=-Djava.io.tmpdir=" + temporary, WEIR.toString(),
                "-f", source.toString(), "materialize");

        assertThat(ended.status()).as(ended.said()).isEqualTo(137);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().contains("duckdb"));
        }
    }

    /// The library of DuckDB would be too large as well, were it copied.
    @Test
    void aTableWhoseFileMayNotBecomeSoLargeIsOneSentence() throws IOException, InterruptedException {
        Path source = folder.resolve("Large.java");
        Files.writeString(source, """
                record Row(long number) {}
                @Asset List<Row> large() { return new java.util.SplittableRandom(1).longs(800_000).mapToObj(Row::new).toList(); }
                """);
        // In blocks of 512 bytes, or of 1,024 where sh is bash.
        Ended limited = run(folder, "sh", "-c", "ulimit -f 5000; exec \"$@\"", "sh", WEIR.toString(), "-f", source.toString(), "materialize");
        Ended unlimited = run(folder, WEIR.toString(), "-f", source.toString(), "materialize");

        assertThat(limited.said())
                .contains("✗ large failed: Writing part-0.parquet: a file may not become so large here."
                        + " Raise the limit (ulimit -f) and run it again\n")
                .doesNotContain("\tat ");
        assertThat(limited.status()).isEqualTo(1);
        assertThat(unlimited.said()).contains("✓ large#1  800,000 rows");
    }

    private Ended materialize(Path project) throws IOException, InterruptedException {
        return run(project, WEIR.toString(), "materialize", "--partition", "2026-01-01");
    }

    private Ended run(Path where, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(words)).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIR_") && !name.equals("WEIR_JAVA_HOME"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
