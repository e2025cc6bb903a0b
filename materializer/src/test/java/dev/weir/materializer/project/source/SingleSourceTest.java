package dev.weir.materializer.project.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import dev.weir.processor.WeirProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleSourceTest {

    @TempDir
    Path folder;

    private final AtomicInteger compilations = new AtomicInteger();

    @Test
    void methodsWithoutAClassAreAssets() throws IOException {
        Path classes = compile(
                "flights.java",
                """
                record Flight(String origin, int delay) {}

                @Asset
                List<Flight> rawFlights() { return List.of(new Flight("JFK", 3)); }

                @Asset
                List<Flight> lateFlights(Table<Flight> rawFlights) {
                    try (Stream<Flight> flights = rawFlights.rows()) {
                        return flights.filter(flight -> flight.delay() > 0).toList();
                    }
                }
                """);

        ClassIndex index = index(classes, "flights");
        assertThat(index.assets()).extracting(asset -> asset.key().toString()).containsExactly("raw_flights", "late_flights");
        assertThat(classes.resolve("flights$Flight.class")).exists();
    }

    @Test
    void methodsWithoutAClassKeepTheirImports() throws IOException {
        Path classes = compile(
                "my-flights.java",
                """
                import java.nio.file.Path;   // one
                import static java.lang.Math.max;

                /// The answer.
                @Asset String answer() { return Path.of("a").toString() + max(1, 2); } // the end""");

        assertThat(index(classes, "my_flights").assets()).hasSize(1);
    }

    @Test
    void aFileWithAClassNeedsNoImportsOfWeir() throws IOException {
        Path classes = compile(
                "Anything.java",
                """
                package com.acme;

                public final class FlightAssets {
                    @Asset static String epoch() { return LocalDate.EPOCH.toString(); }
                }
                """);

        assertThat(index(classes, "com.acme.FlightAssets").assets()).hasSize(1);
    }

    @Test
    void aSourceIsCompiledAgainWhenItChangedAndOnlyThen() throws IOException {
        Path first = compile("A.java", "@Asset String a() { return \"1\"; }");
        Path again = compile("A.java", "@Asset String a() { return \"1\"; }");
        Path changed = compile("A.java", "@Asset String a() { return \"2\"; }");

        assertThat(again).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
        assertThat(compilations).hasValue(2);
    }

    @Test
    void whereAnotherProcessWasQuickerItsClassesAreTaken() throws IOException {
        Path source = Files.writeString(folder.resolve("A.java"), "@Asset String a() { return \"1\"; }");
        Path cache = folder.resolve("cache");
        SingleSource quicker = new SingleSource(cache, List.of(), WeirProcessor::new);
        SingleSource slower = new SingleSource(cache, List.of(), () -> {
            try {
                Path _ = quicker.classesOf(source);
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            return new WeirProcessor();
        });

        Path classes = slower.classesOf(source);

        assertThat(classes).isEqualTo(quicker.classesOf(source));
        assertThat(cache).isDirectoryContaining(each -> each.equals(classes)).satisfies(all -> {
            try (var left = Files.list(all)) {
                assertThat(left).containsExactly(classes);
            }
        });
    }

    @Test
    void errorsAreToldAtTheLinesTheAuthorWrote() {
        assertErrors(
                """
                @Asset String fine() { return "fine"; }

                @Asset String broken() {
                \treturn undefined;
                }
                @Asset int second() { return "text"; }
                """,
                """
                Flights.java:4: cannot find symbol
                \treturn undefined;
                \t       ^
                  symbol:   variable undefined
                  location: class Flights""",
                """
                Flights.java:6: incompatible types: String cannot be converted to int
                @Asset int second() { return "text"; }
                                             ^""");
    }

    @Test
    void anErrorOnTheFirstLineStandsWhereItIsThoughWordsWereInsertedThere() {
        assertErrors(
                "@Asset Strin a() { return null; }",
                """
                Flights.java:1: cannot find symbol
                @Asset Strin a() { return null; }
                       ^
                  symbol:   class Strin
                  location: class Flights""");
    }

    @Test
    void methodsWithoutAClassHaveNoPackage() {
        assertErrors(
                "// Flights.\npackage com.acme;\n@Asset String a() { return null; }\n",
                """
                Flights.java:2: methods without a class around them have no package: take this line away, or write the class
                package com.acme;
                ^""");
    }

    @Test
    void aTextThatIsNoJavaIsToldSo() {
        assertErrors(
                "@Asset String a( { return null; }",
                """
                Flights.java:1: illegal start of type
                @Asset String a( { return null; }
                                 ^""");
    }

    @Test
    void whatTheProcessorFindsIsToldTheSameWay() {
        assertThatThrownBy(() -> compile(
                        "Flights.java",
                        """
                        @Asset String rawFlights() { return "x"; }
                        @Asset String report(String rawFlight) { return rawFlight; }
                        """))
                .isInstanceOf(WeirException.class)
                .hasMessageStartingWith("Flights.java:2: ")
                .hasMessageContaining("Did you mean raw_flights?")
                .hasMessageEndingWith(
                        """

                        @Asset String report(String rawFlight) { return rawFlight; }
                                                    ^""");
    }

    @Test
    void nothingIsKeptOfASourceThatDoesNotCompile() {
        assertThatThrownBy(() -> compile("A.java", "nonsense")).isInstanceOf(WeirException.class);

        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    private void assertErrors(String text, String... errors) {
        assertThatThrownBy(() -> compile("Flights.java", text)).isInstanceOfSatisfying(WeirException.class, wrong ->
                assertThat(wrong.problems()).extracting(Object::toString).containsExactly(errors));
    }

    private Path compile(String name, String text) throws IOException {
        SingleSource sources = new SingleSource(folder.resolve("cache"), List.of(), () -> {
            compilations.incrementAndGet();
            return new WeirProcessor();
        });
        return sources.classesOf(Files.writeString(folder.resolve(name), text));
    }

    private static ClassIndex index(Path classes, String declaringClass) throws IOException {
        return IndexFormat.read(
                declaringClass, Files.readAllBytes(classes.resolve(ClassIndex.fileOf(declaringClass))));
    }
}
