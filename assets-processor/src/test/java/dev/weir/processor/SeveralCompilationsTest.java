package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.spec.InputSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one compilation declares, the next ones know: other jars, and the rest of a project of which javac compiles
/// only some classes again.
class SeveralCompilationsTest {

    private static final String UPSTREAM = """
        package com.acme.raw;

        import dev.weir.assets.*;
        import dev.weir.checks.*;
        import dev.weir.partitions.*;
        import java.lang.annotation.*;
        import java.util.List;

        public final class Raw {
            @Daily(start = "2013-01-01", zone = "America/New_York") @NotNull("origin")
            public @interface Day {}

            public record Flight(String origin, double delay) {}
            public record Unused(int number) {}
            public interface Archive {}

            @Provides public static Archive archive() { return new Archive() {}; }

            @Day @Asset static List<Flight> rawFlights() { return List.of(new Flight("JFK", 1)); }
        }
        """;

    private static final String DOWNSTREAM = """
        package com.acme.report;

        import com.acme.raw.Raw;
        import com.acme.raw.Raw.Flight;
        import dev.weir.assets.*;
        import java.util.List;

        @Raw.Day
        class Report {
            Report(Raw.Archive archive) {}
            @Asset List<Flight> late(List<Flight> rawFlights) { return rawFlights; }
            @Asset List<Raw.Unused> others() { return List.of(new Raw.Unused(1)); }
        }
        """;

    @Test
    void assetsOfAnotherJarAreKnown(@TempDir Path raw, @TempDir Path report) {
        new Javac(raw).compile(UPSTREAM).successfully();

        Compiled compiled = new Javac(report).against(raw).compile(DOWNSTREAM).successfully();

        ClassIndex index = compiled.index("com.acme.report.Report");
        assertThat(index.assets().getFirst().inputs())
                .extracting(InputSpec::reference)
                .containsExactly("raw_flights");
    }

    @Test
    void annotationsOfAnotherJarHold(@TempDir Path raw, @TempDir Path report) {
        new Javac(raw).compile(UPSTREAM).successfully();

        Compiled compiled = new Javac(report).against(raw).compile(DOWNSTREAM).successfully();

        assertThat(compiled.index("com.acme.report.Report")
                        .assets()
                        .getFirst()
                        .partitions()
                        .describe())
                .isEqualTo("daily from 2013-01-01 on in America/New_York");
    }

    @Test
    void hoursWeeksAndKeysOfAnotherJarHoldToo(@TempDir Path shared, @TempDir Path report) {
        new Javac(shared).compile("""
            package com.acme.raw;
            import dev.weir.partitions.*;
            public interface Raw {
                @Hourly(start = "2013-01-01", zone = "Asia/Kolkata") @interface Hour {}
                @Weekly(start = "2013-01-01", firstDay = java.time.DayOfWeek.SUNDAY) @interface Week {}
                @Hour @interface Shift {}
                @Static({"lga", "jfk"}) @interface Airport {}
            }
            """).successfully();

        Compiled compiled = new Javac(report).against(shared).compile("""
            package com.acme.report;
            import com.acme.raw.Raw;
            import dev.weir.assets.*;
            class Report {
                @Raw.Shift @Asset static long a() { return 1; }
                @Raw.Week @Asset static long b() { return 1; }
                @Raw.Airport @Asset static long c() { return 1; }
            }
            """).successfully();

        assertThat(compiled.index("com.acme.report.Report").assets())
                .extracting(asset -> asset.partitions().describe())
                .containsExactly(
                        "hourly from 2013-01-01 on in Asia/Kolkata",
                        "weekly (Sundays) from 2013-01-01 on in UTC",
                        "cut into lga, jfk");
    }

    @Test
    void checksOnASharedAnnotationHoldForEachAssetThatBearsIt(@TempDir Path raw) {
        Compiled compiled = new Javac(raw).compile(UPSTREAM).successfully();

        assertThat(compiled.index("com.acme.raw.Raw").checks()).singleElement().satisfies(check -> assertThat(
                        check.asset() + ":" + check.name())
                .isEqualTo("raw_flights:not_null_origin"));
    }

    @Test
    void problemsWithAssetsOfAnotherJarAreShownHere(@TempDir Path raw, @TempDir Path report) {
        new Javac(raw).compile(UPSTREAM).successfully();

        Compiled compiled = new Javac(report).against(raw).compile("""
            package com.acme.report;
            import dev.weir.assets.*;
            class Report {
                record Row(long delay) {}
                @Asset static long a(Table<Row> rawFlights) { return 1; }
                @Asset static long b(Table<?> rawFlight) { return 1; }
            }
            """);

        assertThat(compiled.problems())
                .containsExactly(
                        "Report.java:5: Asset a reads raw_flights as Table<Row>, but column delay is DOUBLE where"
                                + " BIGINT is wanted. It gives List<Flight>: change one of the two.",
                        "Report.java:6: Asset b depends on raw_flight, which is not declared. Did you mean"
                                + " raw_flights?");
    }

    @Test
    void aCodecOfAnotherJarIsUsedAgain(@TempDir Path raw, @TempDir Path report) throws Exception {
        new Javac(raw).compile(UPSTREAM).successfully();

        Compiled compiled = new Javac(report).against(raw).compile(DOWNSTREAM).successfully();

        assertThat(compiled.module("com.acme.report.Report").codec(0).getClass().getName())
                .isEqualTo("com.acme.raw.Raw_Flight_Row");
    }

    @Test
    void aRecordOfAnotherJarWithoutACodecGetsOneHere(@TempDir Path raw, @TempDir Path report) throws Exception {
        new Javac(raw).compile(UPSTREAM).successfully();

        Compiled compiled = new Javac(report).against(raw).compile(DOWNSTREAM).successfully();

        assertThat(compiled.module("com.acme.report.Report").codec(1).getClass().getName())
                .isEqualTo("com.acme.report.Report_com_acme_raw_Raw_Unused_Row");
    }

    @Test
    void oneClassOfSeveralMayBeCompiledAgain(@TempDir Path output) {
        String first = "package a; import dev.weir.assets.*; class First {\n @Asset static long one() { return 1; } }";
        String second = "package a; import dev.weir.assets.*; class Second {\n"
                + "record Row(int i) {} @Asset static java.util.List<Row> two(long one) { return null; } }";
        new Javac(output)
                .compile(named("First", first), named("Second", second))
                .successfully();

        Compiled again = new Javac(output).compile(named("Second", second)).successfully();

        assertThat(again.index("a.First").assets()).hasSize(1);
        assertThat(again.index("a.Second").assets()).hasSize(1);
    }

    @Test
    void aClassThatNoLongerDeclaresAnythingLeavesAnEmptyIndex(@TempDir Path output) {
        new Javac(output).compile("""
            package a;
            class Former {
                @dev.weir.assets.Asset static long one() { return 1; }
            }
            """).successfully();

        Compiled again = new Javac(output).compile("""
            package a;
            class Former {
                static long one() { return 1; }
            }
            """).successfully();

        assertThat(again.index("a.Former"))
                .isEqualTo(new ClassIndex("a.Former", "a.Former_Weir", "", List.of(), List.of(), List.of()));
    }

    @Test
    void aClassThatIsGoneIsForgotten(@TempDir Path output) throws Exception {
        String asset = """
            package a;
            class %s {
                @dev.weir.assets.Asset static long one() { return 1; }
            }
            """;
        new Javac(output).compile(asset.formatted("Former")).successfully();
        Files.delete(output.resolve("a/Former.class"));

        new Javac(output).compile(asset.formatted("Latter")).successfully();
    }

    @Test
    void aClassCompiledForAnotherWeirIsNamed(@TempDir Path old, @TempDir Path output) {
        byte[] index =
                IndexFormat.write(new ClassIndex("com.acme.Old", "com.acme.Old_Weir", "", List.of(), List.of(), List.of()));
        ByteBuffer.wrap(index).putInt(4, 7);
        new Javac(old)
                .withoutWeir()
                .compile("package com.acme;\npublic class Old {}", """
                    package dev.weir.index;
                    @dev.weir.checks.index.IndexedClass(name = "com.acme.Old", index = "%s")
                    interface com_acme_Old {}
                    """.formatted(
                                Base64.getEncoder().encodeToString(index)))
                .successfully();

        Compiled compiled = new Javac(output).against(old).compile("package a;\nclass Any {}");

        assertThat(compiled.problems())
                .containsExactly("Class com.acme.Old was compiled for another Weir (index format 7, this one reads 6): "
                        + "recompile it with this version's processor");
    }

    private static String named(String name, String source) {
        assertThat(source).contains("class " + name);
        return source.replace("; import", ";\nimport").replace("; class", ";\nclass");
    }
}
