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
                        """, "A.java:10: Check count gives int: a check gives a CheckResult, a List<CheckResult> or a boolean"),
                argumentSet(
                        "list of something else",
                        """
                        @Check
                        static List<String> names(List<R> raw) { return List.of(); }
                        """,
                        "A.java:10: Check names gives List<String>: a check gives a CheckResult, a List<CheckResult> or"
                                + " a boolean"),
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
                        """, "A.java:9: @RowCount bounds nothing: give min, max or both"),
                argumentSet("share", """
                    @NullRate(column = "origin", max = 1.5)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @NullRate of origin: max is 1.5; give a share from 0 to 1"),
                argumentSet("nothing accepted", """
                    @AcceptedValues(column = "origin")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @AcceptedValues of origin accepts nothing: name at least one value"),
                argumentSet("malformed pattern", """
                    @Matches(column = "origin", value = "[A-Z")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Matches of origin: the pattern [A-Z is malformed: missing closing ]. Patterns are those of RE2"),
                argumentSet("pattern that looks ahead", """
                    @Matches(column = "origin", value = "(?=A)B")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Matches of origin: the pattern (?=A)B is malformed: invalid or unsupported Perl syntax. Patterns are those of RE2"),
                argumentSet("pattern over numbers", """
                    @Matches(column = "delay", value = "1+")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: Check matches_delay looks at column delay of a, which is DOUBLE: it needs a column of text."),
                argumentSet("change without bounds", """
                    @RowCountChange
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @RowCountChange bounds nothing: give maxDrop, maxGrowth or both"),
                argumentSet("change of nothing", """
                    @RowCountChange(maxDrop = 0.5, versions = 0)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @RowCountChange: versions is 0; give a number from 1 to 1000"),
                argumentSet("unknown asset referred", """
                    @ForeignKey(column = "origin", asset = "raws")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:10: Asset a depends on raws, which is not declared. Did you mean raw?"),
                argumentSet("unknown key", """
                    @ForeignKey(column = "origin", asset = "raw", key = "origins")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: Check foreign_key_origin looks at column origins, which raw does not have. Did you mean origin?"),
                argumentSet("unequal types", """
                    @ForeignKey(column = "origin", asset = "raw", key = "delay")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: Check foreign_key_origin compares origin of a, which is VARCHAR, with delay of raw, which is DOUBLE: they are never equal."),
                argumentSet("fewer keys", """
                    @ForeignKey(column = {"origin", "delay"}, asset = "raw", key = "origin")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @ForeignKey compares the columns origin, delay with origin: give as many of the one as of the other"),
                argumentSet("malformed age", """
                    @Fresh(column = "origin", within = "6 hours")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Fresh of origin, within: '6 hours' is not a duration: write numbers and units, such as 500ms, 30s, 10m, 2h, 1d or 1h30m"),
                argumentSet("age of text", """
                    @Fresh(column = "origin", within = "6h")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: Check fresh_origin looks at column origin of a, which is VARCHAR: it needs a column of dates or moments."),
                argumentSet("sum of text", """
                    @Sum(column = "origin", min = 0)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: Check sum_origin looks at column origin of a, which is VARCHAR: it needs a column of numbers."),
                argumentSet("mean without bounds", """
                    @Mean(column = "delay")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Mean of delay bounds nothing: give min, max or both"),
                argumentSet("mean misspelt", """
                    @Mean(column = "dela", min = 1)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: Check mean_dela looks at column dela, which a does not have. Did you mean delay?"),
                argumentSet("anomaly of a column nobody names", """
                    @Anomaly(of = Metric.Function.MEAN)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: MEAN of what? Say which column with column = …"),
                argumentSet("too little history", """
                    @Anomaly(history = 5)
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Anomaly: minimum is 8; give a number from 3 to history, which is 5"),
                argumentSet("quarantine of nothing", """
                    @Quarantine @Unique("origin")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Quarantine of a puts nothing aside: give the asset a @NotNull, @AcceptedValues, @Range, @Matches or @ForeignKey with severity ERROR."),
                argumentSet("quarantine of an unknown check", """
                    @Quarantine(checks = "not_null_origins") @NotNull("origin")
                    @Asset static List<R> a() { return List.of(); }
                    """, "A.java:9: @Quarantine of a names check not_null_origins, which is none whose rows can be put aside. Did you mean not_null_origin?"));
    }
}
