package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks that must not compile: each body stands in a class from line 9 on, and gives one problem.
class MalformedChecksTest {

    private static final String FRAME = """
        package com.acme;
        import dev.weir.assets.*;
        import dev.weir.checks.*;
        import java.util.*;
        class A {
            record R(String origin, double delay) {}
            @Asset static List<R> raw() { return List.of(); }
            @Asset static List<R> other() { return List.of(); }
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

    static Stream<Arguments> isRefusedWhereItIsWritten() {
        return Stream.of(
                argumentSet(
                        "result", """
                        @Check
                        static int count(List<R> raw) { return 1; }
                        """, "A.java:10: Check count gives int: a check gives a CheckResult or a boolean"),
                argumentSet(
                        "no asset",
                        """
                        @Check
                        static boolean fine() { return true; }
                        """,
                        "A.java:10: Check fine takes no asset: say which one it is about by a parameter, or with "
                                + "@Check(asset = …)"),
                argumentSet(
                        "several assets",
                        """
                        @Check
                        static boolean same(List<R> raw, List<R> other) { return true; }
                        """,
                        "A.java:10: Check same takes the assets raw, other: say which one it is about with "
                                + "@Check(asset = \"raw\")"),
                argumentSet(
                        "private",
                        """
                        @Check
                        private static boolean fine(List<R> raw) { return true; }
                        """,
                        "A.java:10: Check fine is private: let its method be package-private or public"),
                argumentSet(
                        "staging", """
                        @Check static boolean fine(List<R> raw,
                            Staging staging) { return true; }
                        """, "A.java:10: Check fine takes a Staging: a check looks at data and writes none"),
                argumentSet(
                        "asset and check",
                        """
                        @Asset
                        @Check static boolean both(List<R> raw) { return true; }
                        """,
                        "A.java:10: Method both is both an @Asset and a @Check: make two of it"),
                argumentSet("no columns", """
                    @NotNull({})
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @NotNull names no column"),
                argumentSet("empty range", """
                    @Range(column = "delay", min = 2, max = 1.5)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Range of delay holds no value: min 2 is above max 1.5"),
                argumentSet(
                        "range without bounds", """
                        @Range(column = "delay")
                        @Asset static List<R> a() { return List.of(); }
                        """, "A.java:9: @Range of delay bounds nothing: give min, max or both"),
                argumentSet(
                        "no row count possible",
                        """
                        @RowCount(min = 5, max = 4)
                        @Asset static List<R> a() { return List.of(); }
                        """,
                        "A.java:9: @RowCount allows no number of rows: min 5 is above max 4"),
                argumentSet(
                        "row count without bounds", """
                        @RowCount
                        @Asset static List<R> a() { return List.of(); }
                        """, "A.java:9: @RowCount bounds nothing: give min, max or both"));
    }
}
