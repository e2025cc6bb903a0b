package dev.weir.assets.digest.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.problem.WeirException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The method `asset` of the class `A` is what is digested.
class CodeDigestsTest {

    @Test
    void whatOnlyReadersSeeDoesNotCount() {
        Digest before = digest("class A { static int asset(int size) { int twice = size * 2; return twice + 1; } }");

        assertThat(digest(
                        """
                        // A comment.
                        class A {

                            /** Documentation. */
                            static int asset(int length) {
                                int doubled = length * 2;
                                return doubled + 1;
                            }
                        }
                        """))
                .isEqualTo(before);
    }

    @Test
    void whoMaySeeAColumnDoesNotCount() {
        String source = "import dev.weir.assets.Sensitive;"
                + " class A { record Row(%s String name) {} static Row asset() { return new Row(\"a\"); } }";

        assertThat(digest(source.formatted("@Sensitive"))).isEqualTo(digest(source.formatted("")));
    }

    @Test
    void debugInformationDoesNotCount() {
        String source = "class A { static int asset(int size) { int twice = size * 2; return twice; } }";

        assertThat(asset(Compiled.with(List.of("-g:none"), source)))
                .isEqualTo(asset(Compiled.with(List.of("-g", "-parameters"), source)));
    }

    @Test
    void theOrderOfMethodsAndWhatIsNotReachedDoNotCount() {
        Digest before = digest(
                """
                class A {
                    static String asset() { return "a" + helper(); }
                    static int helper() { return 2; }
                }
                """);

        assertThat(digest(
                        """
                        class A {
                            static final double UNUSED_CONSTANT = 4.5;
                            static String unrelated(Object o) { return "x" + o + "y" + 12345678 + UNUSED_CONSTANT; }
                            static int helper() { return 2; }
                            static String asset() { return "a" + helper(); }
                        }
                        """))
                .isEqualTo(before);
    }

    @Test
    void aPlaceFarDownTheConstantPoolDoesNotCount() {
        String asset = "static String asset(int i) { return i > 0 ? \"a rare text\" : \"another\"; }";
        StringBuilder many = new StringBuilder("class A { static String[] unrelated() { return new String[] {");
        for (int i = 0; i < 400; i++) {
            many.append("\"text ").append(i).append("\", ");
        }

        assertThat(digest(many + "}; } " + asset + " }")).isEqualTo(digest("class A { " + asset + " }"));
    }

    @Test
    void aConstantCounts() {
        assertThat(digest("class A { static int asset() { return 40; } }"))
                .isNotEqualTo(digest("class A { static int asset() { return 41; } }"));
        assertThat(digest("class A { static long asset() { return 1L << 40; } }"))
                .isNotEqualTo(digest("class A { static long asset() { return 1L << 41; } }"));
        assertThat(digest("class A { static String asset() { return \"a\"; } }"))
                .isNotEqualTo(digest("class A { static String asset() { return \"b\"; } }"));
    }

    @Test
    void aHelperTwoCallsAwayCounts() {
        String source =
                """
                class A { static int asset() { return Near.call(); } }
                class Near { static int call() { return Far.number(); } }
                class Far { static int number() { return %d; } static int other() { return %d; } }
                """;

        assertThat(digest(source.formatted(1, 0))).isNotEqualTo(digest(source.formatted(2, 0)));
        assertThat(digest(source.formatted(1, 0))).isEqualTo(digest(source.formatted(1, 9)));
    }

    @Test
    void aSharedHelperCountsForThoseThatReachItOnly() {
        String source =
                """
                class A {
                    static int asset() { return helper(); }
                    static int other() { return 5; }
                    static int helper() { return %d; }
                }
                """;
        CodeDigests before = new CodeDigests(Compiled.of(source.formatted(1)), Map.of());
        CodeDigests after = new CodeDigests(Compiled.of(source.formatted(2)), Map.of());

        assertThat(method(after, "asset")).isNotEqualTo(method(before, "asset"));
        assertThat(method(after, "other")).isEqualTo(method(before, "other"));
    }

    @Test
    void theBodyOfALambdaCountsButNotItsNumber() {
        String source =
                """
                import java.util.stream.*;
                class A {
                    %s
                    static int asset() { return IntStream.of(1, 2).map(i -> i * %d).sum(); }
                }
                """;
        Digest before = digest(source.formatted("", 2));

        assertThat(digest(source.formatted("", 3))).isNotEqualTo(before);
        assertThat(digest(source.formatted("static Runnable unrelated() { return () -> {}; }", 2)))
                .isEqualTo(before);
    }

    @Test
    void twoLambdasThatChangePlacesCount() {
        String source =
                """
                import java.util.function.*;
                class A { static int asset(int n) {
                    IntUnaryOperator a = i -> i + %d;
                    IntUnaryOperator b = i -> i + %d;
                    return a.applyAsInt(b.applyAsInt(n) * 2);
                } }
                """;

        assertThat(digest(source.formatted(1, 2))).isNotEqualTo(digest(source.formatted(2, 1)));
    }

    @Test
    void theBodyOfAnAnonymousClassCountsButNotItsNumberNorTheNamesItCaptures() {
        String source =
                """
                import java.util.*;
                class A {
                    %s
                    static List<Integer> asset(List<Integer> rows, int %s, int far) {
                        rows.sort(new Comparator<Integer>() {
                            public int compare(Integer a, Integer b) { return (a - b) * %2$s %s far; }
                        });
                        return rows;
                    }
                }
                """;
        Digest before = digest(source.formatted("", "near", "+"));

        assertThat(digest(source.formatted("", "near", "-"))).isNotEqualTo(before);
        assertThat(digest(source.formatted("", "close", "+"))).isEqualTo(before);
        assertThat(digest(source.formatted("Object o = new Object() { public int hashCode() { return 7; } };", "near", "+")))
                .isEqualTo(before);
    }

    @Test
    void whichVariableAnAnonymousClassCapturesCounts() {
        String source =
                """
                class A { static int asset(int a, int b) {
                    var both = new Object() { int first() { return %s; } int second() { return %s; } };
                    return both.first() - both.second();
                } }
                """;

        assertThat(digest(source.formatted("a", "b"))).isNotEqualTo(digest(source.formatted("b", "a")));
    }

    @Test
    void aRecordsComponentsAndItsConstructorCount() {
        String source =
                """
                record Row(%s) { Row { if (a < %d) { throw new IllegalArgumentException(); } } }
                class A { static Object asset() { return Row.class; }
                          static Object make(int i) { return new Row(i, 2); } }
                """;

        assertThat(digest(source.formatted("int a, int b", 0))).isNotEqualTo(digest(source.formatted("int a, int c", 0)));
        assertThat(digest(source.formatted("int a, int b", 0))).isNotEqualTo(digest(source.formatted("int a, long b", 0)));
        assertThat(method(new CodeDigests(Compiled.of(source.formatted("int a, int b", 0)), Map.of()), "make"))
                .isNotEqualTo(method(
                        new CodeDigests(Compiled.of(source.formatted("int a, int b", 1)), Map.of()), "make"));
    }

    @Test
    void anArgumentOfAnEnumConstantCounts() {
        String source =
                """
                enum Rate { LOW(%d), HIGH(9); final int percent; Rate(int percent) { this.percent = percent; } }
                class A { static int asset() { return Rate.HIGH.percent; } }
                """;

        assertThat(digest(source.formatted(1))).isNotEqualTo(digest(source.formatted(2)));
    }

    @Test
    void anImplementationOfACalledInterfaceCounts() {
        String source =
                """
                interface Source { int read(); }
                class File implements Source { public int read() { return %d; } public int other() { return %d; } }
                class A { static int asset(Source source) { return source.read(); } }
                """;
        Digest before = digest(source.formatted(1, 0));

        assertThat(digest(source.formatted(2, 0))).isNotEqualTo(before);
        assertThat(digest(source.formatted(1, 5))).isEqualTo(before);
        assertThat(digest(source.formatted(1, 0) + "class Net implements Source { public int read() { return 3; } }"))
                .isNotEqualTo(before);
    }

    @Test
    void anOverridingMethodCounts() {
        String source =
                """
                class Base { int read() { return 1; } }
                class Derived extends Base { @Override int read() { return %d; } }
                class A { static int asset(Base base) { return base.read(); } }
                """;

        assertThat(digest(source.formatted(1))).isNotEqualTo(digest(source.formatted(2)));
    }

    @Test
    void whatTheJdkCallsOnAnObjectOfOursCounts() {
        String source =
                """
                class Ordered implements Comparable<Ordered> {
                    public int compareTo(Ordered other) { return %d; }
                    public int hashCode() { return %d; }
                    public int unrelated() { return %d; }
                }
                class A { static Object asset() { return new java.util.TreeSet<>(java.util.List.of(new Ordered())); } }
                """;
        Digest before = digest(source.formatted(1, 0, 0));

        assertThat(digest(source.formatted(2, 0, 0))).isNotEqualTo(before);
        assertThat(digest(source.formatted(1, 1, 0))).isNotEqualTo(before);
        assertThat(digest(source.formatted(1, 0, 1))).isEqualTo(before);
    }

    @Test
    void aStaticFieldAndTheMethodThatFillsItCount() {
        String source =
                """
                class Codes { static final java.util.Map<String, Integer> ALL = fill();
                    static java.util.Map<String, Integer> fill() { return java.util.Map.of("a", %d); } }
                class A { static Integer asset() { return Codes.ALL.get("a"); } }
                """;

        assertThat(digest(source.formatted(1))).isNotEqualTo(digest(source.formatted(2)));
    }

    @Test
    void aSwitchOverAnEnumIsKnownByItsConstantsWhateverOtherSwitchesThereAre() {
        String source =
                """
                class A {
                    %s
                    static int asset(java.time.DayOfWeek day) {
                        switch (day) { case MONDAY: return 1; case %s: return 2; default: return 3; }
                    }
                }
                """;
        String other = "static int other(java.time.DayOfWeek d) {"
                + " switch (d) { case SUNDAY: return 1; case FRIDAY: return 2; case MONDAY: return 3; default: return 0; } }";
        Digest before = digest(source.formatted("", "FRIDAY"));

        assertThat(digest(source.formatted(other, "FRIDAY"))).isEqualTo(before);
        assertThat(digest(source.formatted("", "SUNDAY"))).isNotEqualTo(before);
    }

    @Test
    void methodsThatCallEachOtherInACircleAreDigestedFromAnyStart() {
        String source =
                """
                class A {
                    static boolean asset(int n) { return n == 0 || odd(n - 1); }
                    static boolean odd(int n) { return n != %d && asset(n - 1); }
                    static boolean viaOdd(int n) { return odd(n); }
                }
                """;
        Compiled compiled = Compiled.of(source.formatted(0));
        CodeDigests fromOdd = new CodeDigests(compiled, Map.of());
        method(fromOdd, "viaOdd");

        assertThat(method(fromOdd, "asset")).isEqualTo(asset(compiled)).isNotEqualTo(digest(source.formatted(1)));
    }

    @Test
    void aLambdaThatCallsItsOwnMethodCounts() {
        String source =
                """
                import java.util.function.*;
                class A { static int asset(int n) {
                    IntUnaryOperator down = i -> i <= 0 ? %d : asset(i - 1);
                    IntUnaryOperator up = i -> i >= 9 ? %d : asset(i + 1);
                    return down.applyAsInt(up.applyAsInt(n));
                } }
                """;

        assertThat(digest(source.formatted(1, 2))).isEqualTo(digest(source.formatted(1, 2)));
        assertThat(digest(source.formatted(1, 2))).isNotEqualTo(digest(source.formatted(2, 1)));
        assertThat(digest(source.formatted(1, 2))).isNotEqualTo(digest(source.formatted(1, 3)));
    }

    @Test
    void aJumpAHandlerAndAWideLocalCount() {
        String source =
                """
                class A { static int asset(int n) {
                    int sum = 0;
                    for (int i = 0; i %s n; i++) {
                        try { sum += Integer.parseInt("" + i); } catch (%s e) { sum--; }
                    }
                    return sum;
                } }
                """;
        Digest before = digest(source.formatted("<", "NumberFormatException"));

        assertThat(digest(source.formatted("<=", "NumberFormatException"))).isNotEqualTo(before);
        assertThat(digest(source.formatted("<", "IllegalArgumentException"))).isNotEqualTo(before);
    }

    @Test
    void aClassFileThatCannotBeReadIsNamed() {
        Compiled compiled = Compiled.of("class A { static int asset() { return Helper.number(); } }"
                + " class Helper { static int number() { return 1; } }");
        compiled.truncate("Helper");

        assertThatThrownBy(() -> asset(compiled))
                .isInstanceOf(WeirException.class)
                .hasMessageStartingWith("What A.asset calls cannot be read from its class files (")
                .hasMessageEndingWith("): compile the project again, for Java " + Runtime.version().feature() + " or earlier");
    }

    private static Digest digest(String source) {
        return asset(Compiled.of(source));
    }

    private static Digest asset(ClassFiles files) {
        return method(new CodeDigests(files, Map.of()), "asset");
    }

    private static Digest method(CodeDigests digests, String method) {
        return digests.ofMethod("A", method, List.of());
    }
}
