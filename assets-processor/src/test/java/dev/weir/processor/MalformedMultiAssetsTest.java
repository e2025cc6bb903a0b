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

/// What must not compile of methods that make several assets: each body stands in a class from line 9 on, and gives one
/// problem.
class MalformedMultiAssetsTest {

    private static final String FRAME = """
        package com.acme;
        import dev.weir.assets.*;
        import dev.weir.checks.*;
        import dev.weir.partitions.*;
        import java.util.*;
        import java.util.stream.Stream;
        class A {
            @Asset List<Trip> trips() { return List.of(); }
        %s
        }
        record Trip(long id) {}
        record Empty() {}
        record Generic<T>(Table<Trip> some) {}
        record Two(Table<Trip> train, List<Trip> test) {}
        """;

    @ParameterizedTest
    @MethodSource
    void isRefusedWhereItIsWritten(String body, String problem, @TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted(body));

        assertThat(compiled.problems()).containsExactly(problem);
        assertThat(compiled.succeeded()).isFalse();
    }

    static Stream<Arguments> isRefusedWhereItIsWritten() {
        return Stream.of(
                argumentSet(
                        "gives no record",
                        "@MultiAsset Table<Trip> split() { return null; }",
                        "A.java:9: Method split makes several assets and gives Table<Trip>: give a record, each component of which is one asset"),
                argumentSet(
                        "gives nothing",
                        "@MultiAsset void split() {}",
                        "A.java:9: Method split makes several assets and gives void: give a record, each component of which is one asset"),
                argumentSet(
                        "an empty record",
                        "@MultiAsset Empty split() { return null; }",
                        "A.java:9: Record Empty has no components: each component of what method split gives is one asset"),
                argumentSet(
                        "a record with type parameters",
                        "@MultiAsset Generic<Trip> split() { return null; }",
                        "A.java:9: Record Generic has type parameters: let method split give a record without"),
                argumentSet(
                        "a record that is not visible",
                        "private record Own(int a) {} @MultiAsset Own split() { return null; }",
                        "A.java:9: Record Own is not visible from A: let it be public, or package-private in the same package"),
                argumentSet(
                        "a component that no asset can be",
                        "record Own(int a,\nThread b) {} @MultiAsset Own split() { return null; }",
                        "A.java:10: Asset b gives Thread, which Weir cannot keep: give Table<R>, List<R> or Stream<R> of a record R, Table<?>, ArrowReader, Path, String, int, long, double, boolean, a record, or a list or map of these, an Output of one of these, or void"),
                argumentSet(
                        "a component that is declared elsewhere",
                        "record Own(int a,\nint trips) {} @MultiAsset Own split() { return null; }",
                        "A.java:10: Asset trips is declared twice: by com.acme.A.trips and by com.acme.A.split (trips). Rename all but one with @Asset(name = …) or @Assets(prefix = …)."),
                argumentSet(
                        "two components with one key",
                        "record Own(int a,\n@Asset(name = \"a\") int b) {} @MultiAsset Own split() { return null; }",
                        "A.java:10: Asset a is declared twice: by com.acme.A.split (a) and by com.acme.A.split (b). Rename all but one with @Asset(name = …) or @Assets(prefix = …)."),
                argumentSet(
                        "a key that is none",
                        "record Own(int a,\n@Asset(name = \"A-b\") int b) {} @MultiAsset Own split() { return null; }",
                        "A.java:10: 'A-b' is not an asset key: write lower-case words joined by '_', and '/' between segments, as in warehouse/orders"),
                argumentSet(
                        "both an asset and several",
                        "@Asset @MultiAsset Two split() { return null; }",
                        "A.java:9: Method split is both an @Asset and a @MultiAsset: take one of them away"),
                argumentSet(
                        "both several assets and a check",
                        "@MultiAsset @Check Two split() { return null; }",
                        "A.java:9: Method split is both a @MultiAsset and a @Check: make two of it"),
                argumentSet(
                        "what is of the call on a component",
                        "record Own(@Asset(timeout = \"1m\") int a) {} @MultiAsset Own split() { return null; }",
                        "A.java:9: Asset a is made by one call with others: say timeout in the @MultiAsset of method split"),
                argumentSet(
                        "what is of an asset on the method",
                        "@MultiAsset @NotNull(\"id\") Two split() { return null; }",
                        "A.java:9: @NotNull stands on split, which makes several assets: it is for one, so write it on the component or the method of that"),
                argumentSet(
                        "external",
                        "@MultiAsset @External Two split() { return null; }",
                        "A.java:9: @External stands on split, which makes several assets: it is for one, so write it on the component or the method of that"),
                argumentSet(
                        "a query",
                        "interface Q { @MultiAsset @Query(\"select 1\") Two split(); }",
                        "A.java:9: @Query stands on split, which makes several assets: it is for one, so write it on the component or the method of that"),
                argumentSet(
                        "a command",
                        "interface Q { @MultiAsset @Command(\"python a.py\") Two split(); }",
                        "A.java:9: @Command stands on split, which makes several assets: it is for one, so write it on the component or the method of that"),
                argumentSet(
                        "in a process of its own",
                        "@MultiAsset @RunIn(Where.PROCESS) Two split() { return null; }",
                        "A.java:9: Method split makes several assets, which a process of its own cannot: let it run in Weir's, with @RunIn(Where.IN_PROCESS)"),
                argumentSet(
                        "its own earlier version",
                        "@MultiAsset Two split(@Previous List<Trip> train) { return null; }",
                        "A.java:9: Method split makes several assets, and @Previous says of none that it reads itself: let an asset of its own take it"),
                argumentSet(
                        "wanted where there is no choice",
                        "@Asset int one(Wanted wanted) { return 1; }",
                        "A.java:9: Asset one takes a Wanted, but its method makes no other asset: leave it out, or make several with @MultiAsset"),
                argumentSet(
                        "wanted by a check",
                        "@Check boolean some(List<Trip> trips, Wanted wanted) { return true; }",
                        "A.java:9: Check some takes a Wanted: only a method with @MultiAsset chooses among its assets"),
                argumentSet(
                        "an upstream that is not declared, told once",
                        "@MultiAsset Two split(List<Trip> trip) { return null; }",
                        "A.java:9: Asset train depends on trip, which is not declared. Did you mean trips?"),
                argumentSet(
                        "a window without a calendar",
                        "@MultiAsset Two split(TimeWindow day) { return null; }",
                        "A.java:9: Asset train takes a TimeWindow, but is not partitioned by time: add @Daily or @Monthly, or take it away"),
                argumentSet(
                        "private",
                        "@MultiAsset private Two split() { return null; }",
                        "A.java:9: Method split is private: let its method be package-private or public"),
                argumentSet(
                        "a check of a column that is not there",
                        "record Own(@NotNull(\"name\") Table<Trip> a) {} @MultiAsset Own split() { return null; }",
                        "A.java:9: Check not_null_name looks at column name, which a does not have. It has id."),
                argumentSet(
                        "a timeout that is none",
                        "@MultiAsset(timeout = \"soon\") Two split() { return null; }",
                        "A.java:9: @MultiAsset timeout: 'soon' is not a duration: write numbers and units, such as 500ms, 30s, 10m, 2h, 1d or 1h30m"));
    }

    @Test
    void anAccessorToWhichJavacCopiesWhatStandsOnItsComponentDeclaresNothing(@TempDir Path output) {
        Compiled compiled = new Javac(output)
                .compile(FRAME.formatted("record Own(@Asset @NotNull(\"id\") @NotNull(\"id\") Table<Trip> a) {}"));

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.succeeded()).isTrue();
    }
}
