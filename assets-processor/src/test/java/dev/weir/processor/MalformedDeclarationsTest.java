package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What must not compile: each body stands in a class from line 8 on, and gives one problem.
class MalformedDeclarationsTest {

    private static final String FRAME = """
        package com.acme;
        import dev.weir.assets.*;
        import dev.weir.checks.*;
        import dev.weir.partitions.*;
        import java.util.*;
        import java.util.stream.Stream;
        class A {
        %s
        }
        """;

    @ParameterizedTest
    @MethodSource
    void isRefusedWhereItIsWritten(String body, String problem, @TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted(body));

        assertThat(compiled.problems()).containsExactly(problem);
        assertThat(compiled.succeeded()).isFalse();
    }

    @Test
    void allThatIsWrongInOneAnnotationIsTold(@TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
                @Static({"jfk", "latest", "jfk",
                    "a@b"})
                @Asset(retry = @Retry(max = -1,
                    delay = "soon",
                    jitter = 2))
                void a() {}
                """));

        assertThat(compiled.problems()).containsExactlyInAnyOrder(
                "A.java:8: @Static: 'latest' cannot be a key: write words without '..', '@' and '#', and neither latest nor missing",
                "A.java:8: @Static: 'jfk' stands there twice",
                "A.java:9: @Static: 'a@b' cannot be a key: write words without '..', '@' and '#', and neither latest nor missing",
                "A.java:10: @Retry max: -1 is less than 0: write how many times to try again",
                "A.java:11: @Retry delay: 'soon' is not a duration: write numbers and units, such as 500ms, 30s, 10m, 2h, 1d or 1h30m",
                "A.java:12: @Retry jitter: 2.0 is not a share: write a number from 0 to 1");
    }

    static Stream<Arguments> isRefusedWhereItIsWritten() {
        return Stream.of(
                argumentSet(
                        "start is no date",
                        """
                        @Daily(
                            start = "2013-13-01")
                        @Asset void a() {}
                        """,
                        "A.java:9: @Daily start: '2013-13-01' is not a date: write it as 2013-01-31"),
                argumentSet(
                        "end is no date", """
                        @Monthly(start = "2013-01-01",
                            end = "later")
                        @Asset void a() {}
                        """, "A.java:9: @Monthly end: 'later' is not a date: write it as 2013-01-31"),
                argumentSet(
                        "end before start", """
                        @Daily(start = "2013-01-01",
                            end = "2012-01-01")
                        @Asset void a() {}
                        """, "A.java:9: @Daily end: end 2012-01-01 is not after start 2013-01-01"),
                argumentSet(
                        "unknown zone",
                        """
                        @Daily(start = "2013-01-01",
                            zone = "America/NewYork")
                        @Asset void a() {}
                        """,
                        "A.java:9: @Daily zone: 'America/NewYork' is not a time zone. Did you mean America/New_York?"),
                argumentSet(
                        "two ways to read",
                        """
                        @Daily(start = "2013-01-01") @Asset long a() { return 1; }
                        @Daily(start = "2013-01-01") @Asset void b(
                            @From(trailing = 7, offset = -1) long a) {}
                        """,
                        "A.java:10: @From offset: offset stands beside trailing: keep one of them"),
                argumentSet(
                        "no partitions in a row",
                        """
                        @Daily(start = "2013-01-01") @Asset long a() { return 1; }
                        @Daily(start = "2013-01-01") @Asset void b(
                            @From(trailing = 0) long a) {}
                        """,
                        "A.java:10: @From trailing: 0 partitions are none: write 7 for this one and the six before"),
                argumentSet(
                        "a primitive that may not be there",
                        """
                        @Daily(start = "2013-01-01") @Asset long a(
                            @Previous long before) { return 1; }
                        """,
                        "A.java:9: Asset a takes long before, which is not there the first time: take Optional<Long>, or"
                                + " Long, which is null then"),
                argumentSet(
                        "a map of itself",
                        """
                        @Daily(start = "2013-01-01") @Asset long a(
                            @Previous Map<PartitionKey, Long> before) { return 1; }
                        """,
                        "A.java:9: Asset a reads one partition of itself: take long, not a Map"),
                argumentSet(
                        "an optional that is always there",
                        """
                        @Asset long a() { return 1; }
                        @Asset void b(
                            Optional<Long> a) {}
                        """,
                        "A.java:10: Asset b takes Optional<Long> a, but no condition ever skips a: take its value without"
                                + " Optional"),
                argumentSet(
                        "a check of an optional that is always there",
                        """
                        @Asset long a() { return 1; }
                        @Check boolean b(
                            Optional<Long> a) { return true; }
                        """,
                        "A.java:10: Check b takes Optional<Long> a, but an asset that a check reads is always there: take"
                                + " its value without Optional"),
                argumentSet(
                        "a condition that is not there",
                        """
                        @Asset @When("isGod") long a() { return 1; }
                        @Asset @When("isGood") long b() { return 1; }
                        @Condition boolean isGood() { return true; }
                        """,
                        "A.java:8: Asset a runs only when isGod, but no method of A with that name is marked with"
                                + " @Condition. Did you mean isGood?"),
                argumentSet(
                        "a condition nobody names",
                        """
                        @Asset long a() { return 1; }
                        @Condition boolean isGood(long a) { return true; }
                        """,
                        "A.java:9: Condition is_good is named by no asset: write @When(\"isGood\") on the one it is for,"
                                + " or take it away"),
                argumentSet(
                        "a condition that gives a number",
                        """
                        @Asset @When("isGood") long a() { return 1; }
                        @Condition int isGood() { return 1; }
                        """,
                        "A.java:9: Condition is_good gives int: a condition gives a Decision or a boolean"),
                argumentSet(
                        "a condition that writes files",
                        """
                        @Asset @When("isGood") long a() { return 1; }
                        @Condition boolean isGood(
                            Staging staging) { return true; }
                        """,
                        "A.java:10: Condition is_good takes a Staging: a condition looks at data and writes none"),
                argumentSet(
                        "a condition of what was before",
                        """
                        @Asset @When("isGood") long a() { return 1; }
                        @Condition boolean isGood(
                            @Previous Long before) { return true; }
                        """,
                        "A.java:10: Condition is_good takes a parameter with @Previous: only an asset reads itself"),
                argumentSet(
                        "a condition that wants a window there is not",
                        """
                        @Asset @When("isGood") long a() { return 1; }
                        @Condition boolean isGood(TimeWindow day) { return true; }
                        """,
                        "A.java:9: Condition is_good takes a TimeWindow, but a is not partitioned by time: add @Daily or"
                                + " @Monthly to that, or take it away"),
                argumentSet(
                        "a condition that reads what is not declared",
                        """
                        @Asset @When("isGood") long a() { return 1; }
                        @Condition boolean isGood(long error) { return true; }
                        """,
                        "A.java:8: Asset a depends on error, which is not declared. Declare an asset of that name, or name"
                                + " another one with @From."),
                argumentSet(
                        "an external asset that reads another",
                        """
                        @Asset long a() { return 1; }
                        @Asset @External long b(
                            long a) { return 1; }
                        """,
                        "A.java:10: Asset b is @External and takes the asset a: declare an asset that reads it"),
                argumentSet(
                        "an external asset that gives rows",
                        """
                        record R(int x) {}
                        @Asset @External List<R> b() { return List.of(); }
                        """,
                        "A.java:9: Asset b is @External and gives List<R>: give a Path, or a small value that is another when"
                                + " the data is"),
                argumentSet(
                        "an external asset with a condition",
                        """
                        @Asset @When("isDue") @External long b() { return 1; }
                        @Condition boolean isDue() { return true; }
                        """,
                        "A.java:8: Asset b is @External, and is looked at whenever Weir plans: put @When on what reads it"),
                argumentSet(
                        "an external asset that is no asset",
                        """
                        @Asset long a() { return 1; }
                        @External long b() { return 1; }
                        """,
                        "A.java:9: @External stands on b, which is no asset: mark the method with @Asset"),
                argumentSet(
                        "a condition of no asset",
                        """
                        @Asset long a() { return 1; }
                        @When("isGood") long b() { return 1; }
                        """,
                        "A.java:9: @When stands on b, which is no asset: mark the method with @Asset"),
                argumentSet(
                        "a check of what was before",
                        """
                        @Asset long a() { return 1; }
                        @Check boolean b(long a,
                            @Previous Long before) { return true; }
                        """,
                        "A.java:10: Check b takes a parameter with @Previous: only an asset reads itself. Let the asset"
                                + " take it"),
                argumentSet(
                        "a key twice",
                        """
                        @Static(
                            {"jfk", "lga", "jfk"})
                        @Asset void a() {}
                        """,
                        "A.java:9: @Static: 'jfk' stands there twice"),
                argumentSet(
                        "no step",
                        """
                        @Daily(start = "2013-01-01") @Asset long a() { return 1; }
                        @Daily(start = "2013-01-01") @Asset void b(
                            @From(offset = 0) long a) {}
                        """,
                        "A.java:10: @From offset: 0 is the partition itself: leave it out, or write -1 for the one"
                                + " before"),
                argumentSet(
                        "no partition",
                        """
                        @Daily(start = "2013-01-01") @Asset long a() { return 1; }
                        @Daily(start = "2013-01-01") @Asset void b(
                            @From(partition = {}) long a) {}
                        """,
                        "A.java:10: @From partition: it names no partition: write its key, such as 2024-01-15"),
                argumentSet(
                        "two partitionings",
                        """
                        @Daily(start = "2013-01-01")
                        @Monthly(start = "2013-01-01")
                        @Asset void a() {}
                        """,
                        "A.java:9: a is partitioned by @Daily and by @Monthly: keep one of them"),
                argumentSet(
                        "delay",
                        """
                        @Asset(
                            retry = @Retry(max = 1,
                                delay = "30 seconds"))
                        void a() {}
                        """,
                        "A.java:10: @Retry delay: '30 seconds' is not a duration: write numbers and units, such as"
                                + " 500ms, 30s, 10m, 2h, 1d or 1h30m"),
                argumentSet(
                        "jitter",
                        """
                        @Asset(
                            retry = @Retry(max = 1, jitter = 2))
                        void a() {}
                        """,
                        "A.java:9: @Retry jitter: 2.0 is not a share: write a number from 0 to 1"),
                argumentSet(
                        "no time",
                        """
                        @Asset(
                            timeout = "0s")
                        void a() {}
                        """,
                        "A.java:9: @Asset timeout: '0s' leaves no time: write how long it may take, such as 10m, or none"),
                argumentSet(
                        "an owner without a name",
                        """
                        @Asset(
                            owners = "")
                        void a() {}
                        """,
                        "A.java:9: @Asset owners: one is empty: write a word, such as \"team:ops\", or leave it out"),
                argumentSet(
                        "a kind without a name",
                        """
                        @Asset(
                            kinds = {"sql", " "})
                        void a() {}
                        """,
                        "A.java:9: @Asset kinds: one is empty: write a word, such as \"python\", or leave it out"),
                argumentSet(
                        "a tag twice",
                        """
                        @Asset(
                            tags = {"daily", "tier=1",
                                "daily"})
                        void a() {}
                        """,
                        "A.java:10: @Asset tags: 'daily' stands there twice: leave one out"),
                argumentSet(
                        "a tag with two values",
                        """
                        @Asset(
                            tags = {"tier=1", "daily", "tier=2"})
                        void a() {}
                        """,
                        "A.java:9: @Asset tags: 'tier=2' stands beside 'tier=1', and tier can have one value: leave one out"),
                argumentSet(
                        "timeout",
                        """
                        @Asset(
                            timeout = "soon")
                        void a() {}
                        """,
                        "A.java:9: @Asset timeout: 'soon' is not a duration: write numbers and units, such as 500ms,"
                                + " 30s, 10m, 2h, 1d or 1h30m"),
                argumentSet(
                        "pool",
                        """
                        @Asset(
                            pool = "Archive 1")
                        void a() {}
                        """,
                        "A.java:9: @Asset pool: 'Archive 1' is not the name of a pool: start with a letter, then use lower-case"
                                + " letters, digits, '-' and '_'"),
                argumentSet(
                        "keep",
                        """
                        @Asset(
                            keep = "the best")
                        void a() {}
                        """,
                        "A.java:9: @Asset keep: 'the best' does not say what to keep: write 'all', 'last 30', '90 days', '8 weeks',"
                                + " '6 months' or '2 years'"),
                argumentSet("two retries", """
                    @Asset(retry = {@Retry(max = 1),
                        @Retry(max = 2)})
                    void a() {}
                    """, "A.java:9: Two retries: write one @Retry"),
                argumentSet(
                        "name",
                        """
                        @Asset(
                            name = "Daily Delays")
                        void a() {}
                        """,
                        "A.java:9: 'Daily Delays' is not an asset key: write lower-case words joined by '_', and '/'"
                                + " between segments, as in warehouse/orders"),
                argumentSet(
                        "method without a key",
                        """
                        @Asset
                        void größe() {}
                        """,
                        "A.java:9: 'größe' is not an asset key: write lower-case words joined by '_', and '/' between "
                                + "segments, as in warehouse/orders; or name the asset with @Asset(name = …)"),
                argumentSet(
                        "return type",
                        """
                        @Asset
                        Optional<String> a() { return Optional.empty(); }
                        """,
                        "A.java:9: Asset a gives Optional<String>, which Weir cannot keep: give Table<R>, List<R> or"
                            + " Stream<R> of a record R, Table<?>, ArrowReader, Path, String, int, long, double, boolean, a record, or a list or map of these, an Output of"
                            + " one of these, or void"),
                argumentSet(
                        "rows that are no records", """
                        @Asset
                        Stream<String> a() { return Stream.of(); }
                        """, "A.java:9: String is no record: rows of a table are records"),
                argumentSet(
                        "list of what no column holds",
                        """
                        @Asset
                        List<Thread> a() { return List.of(); }
                        """,
                        "A.java:9: Asset a gives List<Thread>, which Weir cannot keep: give Table<R>, List<R> or"
                            + " Stream<R> of a record R, Table<?>, ArrowReader, Path, String, int, long, double, boolean,"
                            + " a record, or a list or map of these, an Output of one of these, or void"),
                argumentSet("untyped list", """
                    @Asset
                    List<?> a() { return List.of(); }
                    """,
                    "A.java:9: Asset a gives List<?>, which Weir cannot keep: give Table<R>, List<R> or Stream<R> of a"
                        + " record R, Table<?>, ArrowReader, Path, String, int, long, double, boolean, a record, or a"
                        + " list or map of these, an Output of one of these, or void"),
                argumentSet(
                        "component type",
                        """
                        record R(String ok,
                            Set<String> tags) {}
                        @Asset List<R> a() { return List.of(); }
                        @Asset List<R> b() { return List.of(); }
                        """,
                        "A.java:9: Component tags of record R is Set<String>, which no column can hold: use boolean,"
                            + " byte, short, int, long, float, double or their boxes, String, LocalDate,"
                            + " LocalDateTime, LocalTime, Instant, UUID, byte[], BigDecimal with @Decimal, an enum, a"
                            + " record, or a List<…> or Map<String, …> of these"),
                argumentSet(
                        "map whose keys are no text",
                        """
                        record R(
                            Map<Integer, String> names) {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: Component names of record R is Map<Integer, String>, which no column can hold: use"
                            + " boolean, byte, short, int, long, float, double or their boxes, String, LocalDate,"
                            + " LocalDateTime, LocalTime, Instant, UUID, byte[], BigDecimal with @Decimal, an enum, a"
                            + " record, or a List<…> or Map<String, …> of these"),
                argumentSet(
                        "decimal of unknown scale",
                        """
                        record R(
                            java.math.BigDecimal amount) {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: Component amount holds a BigDecimal of unknown scale: say it, as in"
                            + " @Decimal(precision = 12, scale = 2)"),
                argumentSet(
                        "decimal that does not exist",
                        """
                        record R(
                            @Decimal(precision = 2, scale = 3) List<java.math.BigDecimal> amounts) {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: A decimal of precision 2 and scale 3 does not exist: give a precision from 1 to 38,"
                            + " and a scale from 0 to the precision"),
                argumentSet(
                        "scale of what is no decimal",
                        """
                        record R(
                            @Decimal(scale = 3) double amount) {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: @Decimal stands on component amount, which holds no BigDecimal: take it away"),
                argumentSet(
                        "record inside itself",
                        """
                        record Node(
                            List<Leaf> children) {}
                        record Leaf(int n,
                            Node parent) {}
                        @Asset List<Node> a() { return List.of(); }
                        """,
                        "A.java:11: Record Node holds itself, which no column can: keep the key of the other one"
                            + " instead"),
                argumentSet(
                        "two components, one column",
                        """
                        record R(String rawUrl,
                            String rawURL) {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: Components rawUrl and rawURL of record R are both the column raw_url: rename one"),
                argumentSet(
                        "generic record",
                        """
                        record R<T>(T value) {}
                        @Asset List<R<String>> a() { return List.of(); }
                        """,
                        "A.java:9: Record R has type parameters: rows of a table are records without"),
                argumentSet(
                        "private record",
                        """
                        private record R(int i) {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: Record R is not visible from A: let it be public, or package-private in the same"
                                + " package"),
                argumentSet(
                        "record without components",
                        """
                        record R() {}
                        @Asset List<R> a() { return List.of(); }
                        """,
                        "A.java:9: Record R has no components: a table needs a column"),
                argumentSet(
                        "parameter that forgot @Config",
                        """
                        record Limits(int max) {}
                        @Asset void a(
                            Limits limits) {}
                        """,
                        "A.java:10: Asset a depends on limits, which is not declared. Declare an asset of that name, name"
                            + " another one with @From, or mark it with @Config if it is configuration."),
                argumentSet(
                        "parameter that is a resource",
                        """
                        @Asset void a(
                            java.net.http.HttpClient client) {}
                        """,
                        "A.java:9: Asset a takes HttpClient client, which no asset gives: take Table<R>, List<R> or"
                            + " Stream<R> of a record R, Table<?>, ArrowReader, Path, String, int, long, double, boolean, a record, or a list or map of these. A resource is"
                            + " taken by the constructor."),
                argumentSet(
                        "private method",
                        """
                        @Asset
                        private void a() {}
                        """,
                        "A.java:9: Asset a is private: let its method be package-private or public"),
                argumentSet("generic method", """
                    @Asset
                    <T> void a() {}
                    """, "A.java:9: Asset a has type parameters: write the types out"),
                argumentSet(
                        "abstract method",
                        """
                        interface I {
                            @Asset void a();
                        }
                        """,
                        "A.java:9: Asset a is abstract: give its method a body, a @Query or a @Command"),
                argumentSet(
                        "abstract method beside a query",
                        """
                        abstract static class I {
                            @Asset @Query("select 1 as i") abstract Table<R> a();
                            @Asset long b(Table<R> a) { return help(); }
                            abstract long help();
                            record R(int i) {}
                        }
                        """,
                        "A.java:8: Weir cannot make I: it is abstract"),
                argumentSet(
                        "default method",
                        """
                        interface I {
                            @Asset default void a() {}
                        }
                        """,
                        "A.java:9: Asset a stands in an interface, which Weir cannot make: move it to a class, or let"
                                + " it be static"),
                argumentSet(
                        "private class",
                        """
                        private static class P {
                            @Asset static void a() {}
                        }
                        """,
                        "A.java:8: Class P is private: let it be package-private or public, so that Weir can call its"
                                + " methods"),
                argumentSet(
                        "inner class", """
                        class Inner {
                            @Asset void a() {}
                        }
                        """, "A.java:8: Weir cannot make Inner: it is an inner class without static"),
                argumentSet("abstract class", """
                    abstract static class Abstract {
                        @Asset void a() {}
                    }
                    """, "A.java:8: Weir cannot make Abstract: it is abstract"),
                argumentSet(
                        "two constructors",
                        """
                        A() {}
                        A(Secret token) {}
                        @Asset void a() {}
                        """,
                        "A.java:7: Weir cannot make A: it has 2 constructors that are not private"),
                argumentSet(
                        "query with a body",
                        """
                        @Asset
                        @Query("select 1")
                        Table<?> a() { return null; }
                        """,
                        "A.java:9: Asset a has both a @Query and a body: let its method be abstract, or call Sql.query in the body"),
                argumentSet(
                        "view with a body",
                        """
                        record R(int i) {}
                        @Asset
                        @View
                        Table<R> a() { return null; }
                        """,
                        "A.java:10: Asset a is a @View without a @Query: write its query, at an abstract method, or take @View"
                                + " away"),
                argumentSet(
                        "view by a command",
                        """
                        interface I {
                            @Asset @View @Command("sh a.sh")
                            Table<R> a();
                            record R(int i) {}
                        }
                        """,
                        "A.java:9: Asset a is a @View without a @Query: write its query, at an abstract method, or take @View"
                                + " away"),
                argumentSet(
                        "view with a quarantine",
                        """
                        interface I {
                            @Asset @View @Query("select 1 as i") @NotNull("i")
                            @Quarantine
                            Table<R> a();
                            record R(int i) {}
                        }
                        """,
                        "A.java:10: Asset a is a @View, which keeps no rows that could be put aside: leave them out in the"
                                + " query, or take @View away"),
                argumentSet(
                        "view that reads itself",
                        """
                        interface I {
                            @Asset @View @Query("select 1 as i")
                            Table<R> a(@Previous Table<R> before);
                            record R(int i) {}
                        }
                        """,
                        "A.java:10: Asset a is a @View and reads itself: it would be over all that it ever was. Take @View"
                                + " away"),
                argumentSet(
                        "view that is no asset",
                        """
                        @Asset long a() { return 1; }
                        @View long b() { return 1; }
                        """,
                        "A.java:9: @View stands on b, which is no asset: mark the method with @Asset"),
                argumentSet("empty query", """
                    interface I {
                        @Asset
                        @Query(" ") Table<R> a();
                        record R(int i) {}
                    }
                    """, "A.java:10: The @Query of asset a is empty"),
                argumentSet(
                        "query that gives no table",
                        """
                        interface I {
                            @Asset @Query("select 1")
                            long a();
                        }
                        """,
                        "A.java:10: Asset a is a query and gives long: a query gives Table<R> of a record R"),
                argumentSet(
                        "query that names no record",
                        """
                        interface I {
                            @Asset @Query("select 1 as i")
                            Table<?> a();
                        }
                        """,
                        "A.java:10: Asset a is a query and gives Table<?>: a query gives Table<R> of a record R"),
                argumentSet(
                        "command with a body",
                        """
                        @Asset
                        @Command("true")
                        void a() {}
                        """,
                        "A.java:9: Asset a has both a @Command and a body: let its method be abstract"),
                argumentSet(
                        "command with an open quote",
                        """
                        interface I {
                            @Asset
                            @Command("sh -c 'echo")
                            void a();
                        }
                        """,
                        "A.java:10: The @Command of asset a: A quote (') is not closed in the command: sh -c 'echo"),
                argumentSet(
                        "command meant for a shell",
                        """
                        interface I {
                            @Asset @Command("cat a | wc") void a();
                        }
                        """,
                        "A.java:9: The @Command of asset a: No shell runs the command, so that '|' would be an argument:"
                                + " write a script, or sh -c '…'"),
                argumentSet(
                        "command that gives a list",
                        """
                        record R(int i) {}
                        interface I {
                            @Asset @Command("true") List<R> a();
                        }
                        """,
                        "A.java:10: Asset a is a command and gives List<R>: a command gives Table<R> of a record R, a Path,"
                                + " String, int, long, double, boolean, a record, or a list or map of these, or void"),
                argumentSet(
                        "command with a log",
                        """
                        interface I {
                            @Asset @Command("true") void a(Log log);
                        }
                        """,
                        "A.java:9: Asset a is a command, which finds its staging folder and its log by itself: leave log out"),
                argumentSet(
                        "command told where to run",
                        """
                        interface I {
                            @RunIn(Where.PROCESS)
                            @Asset @Command("true") void a();
                        }
                        """,
                        "A.java:9: Asset a is a command, which always runs in a process of its own: leave @RunIn out, and give"
                                + " environment and folder to @Command"),
                argumentSet(
                        "process with a malformed heap",
                        """
                        @RunIn(value = Where.PROCESS, heap = "much") @Asset void a() {}
                        """,
                        "A.java:8: @RunIn heap: 'much' is no size: write a number and k, m or g, such as 512m"),
                argumentSet(
                        "process with a malformed variable",
                        """
                        @RunIn(value = Where.PROCESS, environment = "MODE") @Asset void a() {}
                        """,
                        "A.java:8: @RunIn environment: 'MODE' is no variable: write NAME=value"),
                argumentSet(
                        "process with a malformed option",
                        """
                        @RunIn(value = Where.PROCESS, jvm = "Xmx1g") @Asset void a() {}
                        """,
                        "A.java:8: @RunIn jvm: 'Xmx1g' is no option of the JVM: they begin with '-', such as -XX:+UseG1GC"),
                argumentSet(
                        "heap without a process",
                        """
                        @RunIn(value = Where.IN_PROCESS, heap = "1g") @Asset void a() {}
                        """,
                        "A.java:8: @RunIn: only a process of its own has a heap, an environment, a folder and options of the"
                                + " JVM: take Where.PROCESS, or leave them out"),
                argumentSet(
                        "query that takes more than tables",
                        """
                        interface I {
                            @Asset @Query("select 1") Table<R> a(
                                Log log);
                            record R(int i) {}
                        }
                        """,
                        "A.java:10: Asset a is a query: its parameters name the tables it reads, and log is none"),
                argumentSet(
                        "query that is no asset",
                        """
                        interface I {
                            @Query("select 1")
                            Table<?> a();
                        }
                        """,
                        "A.java:9: @Query stands on a, which is no asset: mark the method with @Asset"),
                argumentSet(
                        "ready-made check on no asset",
                        """
                        @NotNull("origin")
                        Table<?> a() { return null; }
                        """,
                        "A.java:8: @NotNull stands on a, which is no asset: mark the method with @Asset"),
                argumentSet(
                        "window without partitions",
                        """
                        @Asset void a(
                            TimeWindow day) {}
                        """,
                        "A.java:9: Asset a takes a TimeWindow, but is not partitioned by time: add @Daily or @Monthly,"
                                + " or take it away"),
                argumentSet(
                        "previous version of another type",
                        """
                        record R(int i) {}
                        record S(String i) {}
                        @Asset List<R> a(
                            @Previous List<S> before) { return List.of(); }
                        """,
                        "A.java:11: Asset a reads its earlier version as List<S>, but column i is INTEGER where"
                                + " VARCHAR is wanted. Change one of the two."),
                argumentSet(
                        "@From on what is no asset",
                        """
                        @Asset void a(
                            @From("b") Log log) {}
                        """,
                        "A.java:9: @From stands on log, which reads no other asset: take it away"),
                argumentSet(
                        "after",
                        """
                        @Asset(after = {"ok_name",
                            "Not a key"})
                        void a() {}
                        @Asset void okName() {}
                        """,
                        "A.java:9: @Asset after: 'Not a key' is not an asset key: write lower-case words joined by"
                                + " '_', and '/' between segments, as in warehouse/orders"),
                argumentSet(
                        "default of config",
                        """
                        record Limits(
                            @Default("ten") int max) {}
                        @Asset void a(@Config Limits limits) {}
                        """,
                        "A.java:9: The default of max in record Limits: 'ten' is not a whole number from -2147483648"
                                + " to 2147483647"),
                argumentSet(
                        "default of an enum",
                        """
                        enum Mode { SLOW, FAST }
                        record Limits(
                            @Default("fast") Mode mode) {}
                        @Asset void a(@Config Limits limits) {}
                        """,
                        "A.java:10: The default of mode in record Limits: 'fast' is none of SLOW, FAST. Did you mean FAST?"),
                argumentSet(
                        "config that is no record",
                        """
                        @Asset void a(
                            @Config int max) {}
                        """,
                        "A.java:9: @Config int max is no record: put the value into a record of configuration"),
                argumentSet(
                        "config of a list",
                        """
                        record Limits(
                            List<String> names) {}
                        @Asset void a(@Config Limits limits) {}
                        """,
                        "A.java:9: Component names of record Limits is List<String>, which configuration cannot be:"
                            + " use boolean, byte, short, int, long, float, double or their boxes, String, LocalDate,"
                            + " LocalDateTime, LocalTime, Instant, UUID, or an enum"));
    }
}
