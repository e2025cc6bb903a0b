package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.checks.CheckSpec;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.mapping.PartitionMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong with assets together is shown at the parameter, or the method, that has to change. Bodies stand from
/// line 7 on.
class ProjectRulesTest {

    private static final String FRAME = """
        package com.acme;
        import dev.weir.assets.*;
        import dev.weir.checks.*; import dev.weir.partitions.*;
        import java.time.DayOfWeek; import java.util.*;
        class A {
            record R(String origin, double delay) {}
        %s
        }
        """;

    @ParameterizedTest
    @MethodSource
    void isRefusedWhereItIsWritten(String body, String problem, @TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted(body));

        assertThat(compiled.problems()).containsExactly(problem);
    }

    @Test
    void whatAProviderAddsIsNotMissed(@TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
                static class Features implements AssetProvider {
                    @Override public void declare(AssetFactory assets) {}
                }
                @Asset static long total(@From(pattern = "features/*") Map<AssetKey, List<R>> features) { return 1; }
                @Asset static long speed(@From(value = "features/speed", provided = true) List<R> rows) { return 1; }
                @Check static boolean holds(@From(value = "features/speed", provided = true) List<R> rows) { return true; }
                @Asset(after = "features/speed") static long later() { return 1; }
                @Asset @ForeignKey(column = "origin", asset = "features/speed") static List<R> rows() { return List.of(); }
                """));

        assertThat(compiled.problems()).isEmpty();
    }

    static Stream<Arguments> isRefusedWhereItIsWritten() {
        return Stream.of(
                argumentSet(
                        "unknown upstream",
                        """
                        @Asset static List<R> rawFlights() { return List.of(); }
                        @Asset static long flights(
                            List<R> rawFlight) { return 1; }
                        """,
                        "A.java:9: Asset flights depends on raw_flight, which is not declared. Did you mean"
                                + " raw_flights?"),
                argumentSet(
                        "unknown upstream in @From",
                        """
                        @Asset static List<R> rawFlights() { return List.of(); }
                        @Asset static long flights(
                            @From("nothing_like_it") List<R> rows) { return 1; }
                        """,
                        "A.java:9: Asset flights depends on nothing_like_it, which is not declared. Declare an asset"
                                + " of that name, or name another one with @From."),
                argumentSet(
                        "unknown in after",
                        """
                        @Asset(after = "nothing")
                        static long flights() { return 1; }
                        """,
                        "A.java:8: Asset flights depends on nothing, which is not declared. Declare an asset of that"
                                + " name, or take it out of after."),
                argumentSet(
                        "type mismatch",
                        """
                        record S(String origin, long delay) {}
                        @Asset static List<R> raw() { return List.of(); }
                        @Asset static long count(
                            Table<S> raw) { return 1; }
                        """,
                        "A.java:10: Asset count reads raw as Table<S>, but column delay is DOUBLE where BIGINT is"
                                + " wanted. It gives List<R>: change one of the two."),
                argumentSet(
                        "cycle",
                        """
                        @Asset static long a(long b) { return 1; }
                        @Asset static long b(long a) { return 1; }
                        """,
                        "A.java:7: Asset a depends on itself: a <- b <- a. Take one of these dependencies away."),
                argumentSet(
                        "duplicate key",
                        """
                        @Asset static long rawUrl() { return 1; }
                        @Asset static long rawURL() { return 1; }
                        """,
                        "A.java:8: Asset raw_url is declared twice: by com.acme.A.rawUrl and by com.acme.A.rawURL."
                                + " Rename all but one with @Asset(name = …) or @Assets(prefix = …)."),
                argumentSet(
                        "check of an unknown asset",
                        """
                        @Asset static List<R> delays() { return List.of(); }
                        @Check
                        static boolean holds(List<R> delay) { return true; }
                        """,
                        "A.java:9: Check holds is about delay, which is not declared. Did you mean delays?"),
                argumentSet(
                        "provider that cannot be made",
                        """
                        static class Features implements AssetProvider {
                            Features(String file) {}
                            @Override public void declare(AssetFactory assets) {}
                        }
                        """,
                        "A.java:8: Features asks for String file, which is no resource: put it into a record marked"
                                + " @Config, or take a Secret"),
                argumentSet(
                        "unknown upstream beside a provider",
                        """
                        static class Features implements AssetProvider {
                            @Override public void declare(AssetFactory assets) {}
                        }
                        @Asset static long total(List<R> speed) { return 1; }
                        """,
                        "A.java:10: Asset total depends on speed, which is not declared. Declare an asset of that name,"
                                + " or name another one with @From."),
                argumentSet(
                        "after what nobody could provide",
                        """
                        @Asset(after = "features/speed") static long later() { return 1; }
                        """,
                        "A.java:7: Asset later depends on features/speed, which is not declared. Declare an asset of that name, or"
                                + " take it out of after."),
                argumentSet(
                        "check that takes one value of many",
                        """
                        @Daily(start = "2024-01-01", zone = "UTC") @Asset static long rate() { return 1; }
                        @Asset static long total() { return 1; }
                        @Check(asset = "total") static boolean holds(long total, long rate) { return true; }
                        """,
                        "A.java:9: Check holds reads many partitions of rate, but takes long rate: take a"
                                + " Map<PartitionKey, Long>, or partition total as rate is."),
                argumentSet(
                        "pattern that matches nothing",
                        """
                        @Asset static long total(
                            @From(pattern = "features/*") Map<AssetKey, List<R>> features) { return 1; }
                        """,
                        "A.java:8: Asset total reads all assets features/*, and there are none. Declare one, or write"
                                + " @From(pattern = \"features/*\", optional = true)."),
                argumentSet(
                        "pattern that matches another type",
                        """
                        @Asset static long a() { return 1; }
                        @Asset static long total(
                            @From(pattern = "a*") Map<AssetKey, List<R>> features) { return 1; }
                        """,
                        "A.java:9: Asset total reads a as List<R>, but it is long. Change one of the two."),
                argumentSet(
                        "pattern into a single value",
                        """
                        @Asset static long total(@From(pattern = "a*") List<R> all) { return 1; }
                        """,
                        "A.java:7: Parameter all reads all assets a*: take a Map<AssetKey, List<R>>"),
                argumentSet(
                        "map by asset without a pattern",
                        """
                        @Asset static long total(Map<AssetKey, List<R>> all) { return 1; }
                        """,
                        "A.java:7: Parameter all takes a Map by AssetKey: say which assets, as with"
                                + " @From(pattern = \"features/*\")"),
                argumentSet(
                        "pattern without a star",
                        """
                        @Asset static long total(@From(pattern = "a") Map<AssetKey, List<R>> all) { return 1; }
                        """,
                        "A.java:7: @From pattern: 'a' has no '*' and matches one asset at most: write @From(\"a\")"),
                argumentSet(
                        "pattern that matches no key",
                        """
                        @Asset static long total(@From(pattern = "A-*") Map<AssetKey, List<R>> all) { return 1; }
                        """,
                        "A.java:7: @From pattern: 'A-*' matches no asset key: write lower-case words joined by '_', '/'"
                                + " between segments, and '*' for any text, as in features/*"),
                argumentSet(
                        "name beside a pattern",
                        """
                        @Asset static long total(@From(value = "a", pattern = "a*") Map<AssetKey, List<R>> all) { return 1; }
                        """,
                        "A.java:7: @From pattern stands beside a name: keep one of them"),
                argumentSet(
                        "optional name",
                        """
                        @Asset static long a() { return 1; }
                        @Asset static long total(@From(optional = true) long a) { return 1; }
                        """,
                        "A.java:8: @From optional: only a pattern may match nothing; an asset that is named has to be there"),
                argumentSet(
                        "values of many partitions by a pattern",
                        """
                        @Asset @Static({"x", "y"}) static long a() { return 1; }
                        @Asset static long total(@From(pattern = "a*") Map<AssetKey, Long> all) { return 1; }
                        """,
                        "A.java:8: Asset total takes one long of each asset a*, but reads many partitions of a:"
                                + " partition total as a is."),
                argumentSet(
                        "check by a pattern",
                        """
                        @Asset static long a() { return 1; }
                        @Check static boolean holds(@From(pattern = "a*") Map<AssetKey, Long> all) { return true; }
                        """,
                        "A.java:8: Check holds takes a Map by AssetKey: a check reads assets by their names"),
                argumentSet(
                        "check of an unknown column",
                        """
                        @Asset @NotNull({"origin",
                            "delaay"})
                        static List<R> delays() { return List.of(); }
                        """,
                        "A.java:7: Check not_null_delaay looks at column delaay, which delays does not have. Did you"
                                + " mean delay?"),
                argumentSet(
                        "range of a text",
                        """
                        @Asset static long a() { return 1; }
                        @Asset
                        @Range(column = "origin", min = 1)
                        static List<R> delays() { return List.of(); }
                        """,
                        "A.java:9: Check range_origin looks at column origin of delays, which is VARCHAR: it needs a"
                                + " column of numbers."),
                argumentSet(
                        "two checks of one name",
                        """
                        @Asset static List<R> delays() { return List.of(); }
                        @Check(name = "holds") static boolean one(List<R> delays) { return true; }
                        @Check(name = "holds") static boolean two(List<R> delays) { return true; }
                        """,
                        "A.java:9: Check delays:holds is declared twice: by com.acme.A.one and by com.acme.A.two."
                                + " Rename one with @Check(name = …)."),
                argumentSet(
                        "two ranges of one column",
                        """
                        @Asset
                        @Range(column = "delay", min = -60, max = 1440)
                        @Range(column = "delay", max = 300, severity = CheckSeverity.WARN)
                        static List<R> delays() { return List.of(); }
                        """,
                        "A.java:10: Check delays:range_delay is declared twice: by @Range and by @Range. Put them into"
                                + " one, or give one a name with @Range(name = …)."),
                argumentSet(
                        "impossible mapping",
                        """
                        @Daily(start = "2013-01-01", zone = "America/New_York") @Asset static Table<?> raw() { return null; }
                        @Daily(start = "2013-01-01") @Asset static long count(
                            Table<?> raw) { return 1; }
                        """,
                        "A.java:9: Asset count is daily from 2013-01-01 on in UTC and depends on raw, which is daily"
                            + " from 2013-01-01 on in America/New_York: their partitions do not line up. Give both the"
                            + " same zone, or say which partitions it reads, as with @From(mapping = Mapping.IDENTITY)."),
                argumentSet(
                        "a week may lie in two months",
                        """
                        @Weekly(start = "2013-01-01") @Asset static Table<?> weeks() { return null; }
                        @Monthly(start = "2013-01-01") @Asset static long count(
                            Table<?> weeks) { return 1; }
                        """,
                        "A.java:9: Asset count is monthly from 2013-01-01 on in UTC and depends on weeks, which is"
                                + " weekly from 2013-01-01 on in UTC: their partitions do not line up. Give both"
                                + " calendars of which one lies in the other, or say which partitions it reads, as with"
                                + " @From(mapping = Mapping.OVERLAPPING)."),
                argumentSet(
                        "a row of what has no rows",
                        """
                        @Asset static Table<?> raw() { return null; }
                        @Daily(start = "2013-01-01") @Asset static long count(
                            @From(trailing = 7) Table<?> raw) { return 1; }
                        """,
                        "A.java:9: Asset count is daily from 2013-01-01 on in UTC and depends on raw, which is"
                                + " unpartitioned: their partitions do not line up as @From says. Take the mapping away,"
                                + " or name another one."),
                argumentSet(
                        "many values where one is taken",
                        """
                        @Daily(start = "2013-01-01") @Asset static int prices() { return 1; }
                        @Asset static long count(
                            int prices) { return 1; }
                        """,
                        "A.java:9: Asset count reads many partitions of prices, but takes int prices: take a"
                                + " Map<PartitionKey, Integer>, or partition count as prices is."),
                argumentSet(
                        "one value where many are taken",
                        """
                        @Asset static List<R> prices() { return List.of(); }
                        @Asset static long count(
                            Map<PartitionKey, List<R>> prices) { return 1; }
                        """,
                        "A.java:9: Asset count takes prices as a Map<PartitionKey, List<R>>, but reads one partition of"
                                + " it: take List<R>."),
                argumentSet(
                        "keys and days",
                        """
                        @Daily(start = "2013-01-01") @Asset static Table<?> days() { return null; }
                        @Static({"jfk", "lga"}) @Asset static long count(
                            Table<?> days) { return 1; }
                        """,
                        "A.java:9: Asset count is cut into jfk, lga and depends on days, which is daily from 2013-01-01"
                                + " on in UTC: their partitions do not line up. Give both keys in common, or say which"
                                + " partitions it reads, as with @From(mapping = Mapping.ALL)."),
                argumentSet(
                        "a key that there is not",
                        """
                        @Static({"jfk", "lga"}) @Asset static Table<?> raw() { return null; }
                        @Asset static long count(
                            @From(partition = "ord") Table<?> raw) { return 1; }
                        """,
                        "A.java:9: Asset count reads a partition of raw that there is not: 'ord' is not a partition:"
                                + " there are jfk, lga."),
                argumentSet(
                        "a partition that there is not",
                        """
                        @Daily(start = "2013-01-01") @Asset static Table<?> raw() { return null; }
                        @Asset static long count(
                            @From(partition = {"2013-01-01", "2012-12-31"}) Table<?> raw) { return 1; }
                        """,
                        "A.java:9: Asset count reads a partition of raw that there is not: 2012-12-31 is outside the"
                                + " range: partitions start at 2013-01-01."));
    }

    @Test
    void twoRangesOfOneColumnAreToldApartByName(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
                @Asset
                @Range(column = "delay", min = -60, max = 1440)
                @Range(column = "delay", max = 300, name = "usual_delay", severity = CheckSeverity.WARN)
                @RowCount(min = 1) @RowCount(min = 100, name = "many_rows", severity = CheckSeverity.WARN)
                static List<R> delays() { return List.of(); }
                """)).successfully();

        assertThat(compiled.index("com.acme.A").checks())
                .extracting(CheckSpec::name)
                .containsExactly("range_delay", "usual_delay", "row_count", "many_rows");
    }

    @Test
    void whichPartitionsAreReadMayBeSaid(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
                @Daily(start = "2013-01-01", zone = "America/New_York") @Asset static Table<?> raw() { return null; }
                @Daily(start = "2013-01-01") @Asset static long count(
                    @From(mapping = Mapping.IDENTITY) Table<?> raw,
                    @From(value = "raw", mapping = Mapping.ALL) Table<?> everything) { return 1; }
                """)).successfully();

        assertThat(compiled.index("com.acme.A").assets().getLast().inputs())
                .extracting(InputSpec::reference, InputSpec::mapping)
                .containsExactly(
                        tuple("raw", Optional.of(new PartitionMapping.Identity())),
                        tuple("raw", Optional.of(new PartitionMapping.All())));
    }

    @Test
    void everyCalendarAndEveryWayToReadItMayBeSaid(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
                @Hourly(start = "2013-01-01", zone = "Asia/Kolkata") @Asset static Table<?> raw() { return null; }
                @Weekly(start = "2013-01-01", end = "2014-01-01", zone = "Asia/Kolkata", firstDay = DayOfWeek.SUNDAY)
                @Asset static Table<?> weeks(Table<?> raw) { return raw; }
                @Hourly(start = "2013-01-01", zone = "Asia/Kolkata") @Asset static long count(
                    @From(value = "raw", trailing = 24) Table<?> day,
                    @From(value = "raw", offset = -1) Table<?> before,
                    @From(value = "raw", partition = "2013-01-01-00:00") Table<?> first,
                    @From(value = "raw", mapping = Mapping.LAST) Table<?> last,
                    @From(value = "raw", require = Require.ALL) Table<?> every,
                    @From(value = "raw", require = Require.EXISTING) Table<?> existing,
                    @From(value = "weeks", mapping = Mapping.OVERLAPPING) Table<?> around) { return 1; }
                """)).successfully();

        List<AssetSpec> assets = compiled.index("com.acme.A").assets();
        assertThat(assets.get(0).partitions().describe()).isEqualTo("hourly from 2013-01-01 on in Asia/Kolkata");
        assertThat(assets.get(1).partitions().describe())
                .isEqualTo("weekly (Sundays) from 2013-01-01 to 2014-01-01 in Asia/Kolkata");
        assertThat(assets.getLast().inputs())
                .extracting(input -> input.mapping().orElse(null))
                .containsExactly(
                        new PartitionMapping.Relative(-23, 0),
                        new PartitionMapping.Relative(-1, -1),
                        new PartitionMapping.Specific(List.of(new PartitionKey("2013-01-01-00:00"))),
                        new PartitionMapping.Last(),
                        new PartitionMapping.Every(),
                        null,
                        new PartitionMapping.Overlapping());
    }

    @Test
    void keysAreSharedByAnAnnotationOfOnesOwn(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
                @Static({"lga", "jfk"}) @interface Airport {}
                @Hourly(start = "2013-01-01") @interface Hour {}
                @Airport @Asset static long a() { return 1; }
                @Airport @Asset static long b(long a, PartitionKey airport) { return 1; }
                @Hour @Asset static long c(@From(value = "a", partition = "jfk") long a, TimeWindow hour) { return 1; }
                """)).successfully();

        assertThat(compiled.index("com.acme.A").assets())
                .extracting(asset -> asset.partitions().describe())
                .containsExactly("cut into lga, jfk", "cut into lga, jfk", "hourly from 2013-01-01 on in UTC");
    }

    @Test
    void allProblemsAreToldAtOnce(@TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
            @Asset static long a(long missing) { return 1; }
            @Asset(timeout = "soon") static long b() { return 1; }
            @Asset private static long c(long b) { return 1; }
            """));

        assertThat(compiled.problems())
                .containsExactlyInAnyOrder(
                        "A.java:7: Asset a depends on missing, which is not declared. Declare an asset of that name,"
                                + " or name another one with @From.",
                        "A.java:8: @Asset timeout: 'soon' is not a duration: write numbers and units, such as 500ms,"
                                + " 30s, 10m, 2h, 1d or 1h30m",
                        "A.java:9: Asset c is private: let its method be package-private or public");
    }

    @Test
    void whoReadsAWrongDeclarationHasNoProblemOfItsOwn(@TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
            @Asset static Optional<R> a() { return Optional.empty(); }
            @Asset static long b(List<R> a) { return 1; }
            @Asset(after = "a") static long c() { return 1; }
            @Check static boolean d(List<R> a) { return true; }
            """));

        assertThat(compiled.problems()).singleElement().asString().startsWith("A.java:7: Asset a gives Optional<R>");
    }

    @Test
    void aMalformedAnnotationThatClassesShareIsToldOnce(@TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
            @Daily(start = "yesterday") @interface Day {}
            @Day static class B { @Asset static long b() { return 1; } }
            @Day static class C { @Asset static long c(TimeWindow day) { return 1; } }
            """));

        assertThat(compiled.problems())
                .containsExactly("A.java:7: @Daily start: 'yesterday' is not a date: write it as 2013-01-31");
    }

    @Test
    void aTypeThatDoesNotExistIsJavacsProblemAlone(@TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
            @Asset static List<Missing> a() { return List.of(); }
            @Asset static long b(List<R> a) { return 1; }
            """));

        assertThat(compiled.problems()).singleElement().asString().startsWith("A.java:7: cannot find symbol");
    }
}
