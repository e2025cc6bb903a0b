package dev.weir.assets.graph;

import static dev.weir.assets.graph.AnAsset.asset;
import static dev.weir.assets.graph.AnAsset.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.Description;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetSelectionTest {

    // raw/flights ──▶ delays ──▶ by_month ──▶ board
    // raw/weather ──▶ delays     planes   ──▶ board
    private static final AssetGraph GRAPH = graph(
            asset("raw/flights").described(describe("flights", "team:ops", "layer=raw,daily", "csv")),
            asset("raw/weather").described(describe("weather", "ana@example.org", "layer=raw", "csv")),
            asset("planes").described(describe("", "", "", "")),
            asset("delays")
                    .described(describe("flights", "team:ops", "daily", "sql"))
                    .reading("flights", "weather"),
            asset("by_month")
                    .described(describe("flights", "team:ops", "", "sql"))
                    .reading("delays"),
            asset("board").described(describe("my reports", "", "", "")).reading("by_month", "planes"));

    private static final SelectionFacts FACTS = new SelectionFacts() {
        @Override
        public Map<String, AssetSelection> jobs() {
            return Map.of(
                    "nightly", AssetSelection.parse("by_month+"),
                    "weekly", AssetSelection.parse("planes job:raw"),
                    "raw", AssetSelection.parse("flights"),
                    "circle", AssetSelection.parse("planes or job:circle"));
        }

        @Override
        public Set<AssetKey> withStatus(AssetStatus status) {
            return status == AssetStatus.STALE ? Set.of(AssetKey.parse("delays")) : Set.of();
        }

        @Override
        public Set<AssetKey> changed(AssetChange change) {
            return change == AssetChange.CODE ? Set.of(AssetKey.parse("by_month")) : Set.of();
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delays                           | delays",
                "raw/flights                      | raw/flights",
                "flights                          | raw/flights",
                "\"flights\"                      | raw/flights",
                "key:flights                      | raw/flights",
                "key:\"raw/flights\"              | raw/flights",
                "*                                | planes raw/flights raw/weather delays by_month board",
                "key:raw*                         | raw/flights raw/weather",
                "key:\"raw/*\"                    | raw/flights raw/weather",
                "raw/*                            | raw/flights raw/weather",
                "key:*l*                          | planes raw/flights delays",
                "key:*s                           | planes raw/flights delays",
                "key:zzz*                         | ``",
                "group:flights                    | raw/flights delays by_month",
                "group:\"my reports\"             | board",
                "group:\"\"                       | planes",
                "group:fl*                        | raw/flights delays by_month",
                "tag:daily                        | raw/flights delays",
                "tag:layer                        | raw/flights raw/weather",
                "tag:layer=raw                    | raw/flights raw/weather",
                "tag:\"layer\"=\"raw\"            | raw/flights raw/weather",
                "tag:layer=gold                   | ``",
                "tag:raw                          | ``",
                "owner:team:ops                   | raw/flights delays by_month",
                "owner:ana@example.org            | raw/weather",
                "kind:sql                         | delays by_month",
                "+by_month                        | raw/flights raw/weather delays by_month",
                "1+by_month                       | delays by_month",
                "delays+                          | delays by_month board",
                "delays+1                         | delays by_month",
                "1+delays+1                       | raw/flights raw/weather delays by_month",
                "+key:\"delays\"                  | raw/flights raw/weather delays",
                "key:\"delays\"+2                 | delays by_month board",
                "0+delays                         | delays",
                "99999999999+board                | planes raw/flights raw/weather delays by_month board",
                "+(delays or planes)              | planes raw/flights raw/weather delays",
                "(raw/*)+1                        | raw/flights raw/weather delays",
                "group:flights and kind:sql       | delays by_month",
                "not group:flights                | planes raw/weather board",
                "not not delays                   | delays",
                "group:flights and not kind:sql   | raw/flights",
                "planes or delays and kind:csv    | planes",
                "(planes or delays) and kind:sql  | delays",
                "not planes and kind:sql          | delays by_month",
                "not(planes or kind:sql)          | raw/flights raw/weather board",
                "planes OR board AND NOT delays   | planes board",
                "roots()                          | planes raw/flights raw/weather",
                "sinks()                          | board",
                "roots(group:flights)             | raw/flights",
                "sinks(group:flights or planes)   | planes by_month",
                "roots( )+1                       | planes raw/flights raw/weather delays board",
                "  ( delays )                     | delays",
                "delays planes                    | planes delays",
                "delays +delays                   | raw/flights raw/weather delays",
                "delays+ planes                   | planes delays by_month board",
                "planes board and not board       | planes",
                "(planes)(board)                  | planes board",
            })
    void aSelectionSelects(String text, String expected) {
        assertThat(selected(AssetSelection.parse(text))).isEqualTo(expected);
    }

    @Test
    void wordsOfACommandLineAreJoinedByOr() {
        assertThat(selected(AssetSelection.parse(List.of("planes", "group:flights and kind:sql"))))
                .isEqualTo("planes delays by_month");
        assertThat(selected(AssetSelection.parse(List.of("kind:sql", "and", "not", "delays"))))
                .isEqualTo("by_month");
    }

    @Test
    void aNameThatIsNoAssetsIsReportedWithAllOthers() {
        assertThatThrownBy(() -> AssetSelection.parse("raw/flight or nowhere+").selectFrom(GRAPH))
                .isInstanceOfSatisfying(WeirException.class, failure -> assertThat(failure.problems())
                        .containsExactly(
                                new Problem(
                                        ProblemCode.UNKNOWN_ASSET,
                                        "Asset raw/flight is not declared. Did you mean raw/flights?",
                                        new Subject.OfText("raw/flight or nowhere+", 0)),
                                new Problem(
                                        ProblemCode.UNKNOWN_ASSET,
                                        "Asset nowhere is not declared. `weir list` shows all assets.",
                                        new Subject.OfText("raw/flight or nowhere+", 14))));
    }

    @Test
    void aNameInJavaFindsTheNameOfTheData() {
        assertThatThrownBy(() -> AssetSelection.parse("byMonth").selectFrom(GRAPH))
                .hasMessage("Asset byMonth is not declared. Did you mean by_month?");
    }

    @Test
    void aNameOfSeveralAssetsIsReported() {
        AssetGraph graph = graph(asset("raw/orders"), asset("lake/orders"));

        assertThatThrownBy(() -> AssetSelection.parse("orders").selectFrom(graph))
                .hasMessage("Asset orders may be lake/orders or raw/orders. Write the whole key.");
    }

    @Test
    void theAssetsNamedOneByOneAreKnown() {
        AssetSelection selection = AssetSelection.parse("+board or (flights and kind:csv) or not planes or raw/w*");

        assertThat(selection.namedIn(GRAPH).stream().map(AssetKey::toString)).containsExactly("raw/flights", "board");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job:nightly                 | by_month board",
                "job:nightly and kind:sql    | by_month",
                "not job:weekly              | raw/weather delays by_month board",
                "status:stale                | delays",
                "status:stale+ and not board | delays by_month",
                "changed:code or planes      | planes by_month",
            })
    void whatTheGraphDoesNotSayIsAsked(String text, String selected) {
        assertThat(AssetSelection.parse(text).with(FACTS).selectFrom(GRAPH).stream()
                        .map(AssetKey::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(selected);
    }

    @Test
    void theJobsThatASelectionMeansAreKnown() {
        assertThat(AssetSelection.parse("+job:nightly or (delays and job:b) or not job:c").jobs())
                .containsExactly("nightly", "b");
    }

    @Test
    void anUnknownJobAndOneThatSelectsItselfAreRefused() {
        assertThatThrownBy(() -> AssetSelection.parse("job:nihgtly job:circle").with(FACTS).selectFrom(GRAPH))
                .isInstanceOfSatisfying(WeirException.class, failure -> assertThat(failure.problems())
                        .containsExactly(
                                new Problem(
                                        ProblemCode.UNKNOWN_JOB,
                                        "There is no job nihgtly. Did you mean nightly?",
                                        new Subject.OfText("job:nihgtly job:circle", 0)),
                                new Problem(
                                        ProblemCode.CYCLE,
                                        "Job circle selects itself: write its assets instead.",
                                        new Subject.OfText("planes or job:circle", 10))));
    }

    @Test
    void aSelectionOfNothingNamesItself() {
        assertThat(AssetSelection.parse("kind:spark").nothingSelected())
                .isEqualTo(Problem.of(
                        ProblemCode.NOTHING_SELECTED, "kind:spark selects no asset. `weir list` shows all assets."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                  | 0  | an asset is missing here",
                "delays and          | 10 | an asset is missing here",
                "delays or or planes | 10 | an asset is missing before 'or'",
                "and delays          | 0  | an asset is missing before 'and'",
                "(delays or planes   | 0  | this '(' is not closed",
                "delays) or planes   | 6  | this ')' closes nothing",
                "()                  | 1  | an asset is missing here",
                "++delays            | 1  | an asset is missing here",
                "delays+planes       | 7  | a blank is missing here",
                "delays+2x           | 8  | a blank is missing here",
                "key:\"raw/*         | 4  | this quote is not closed",
                "group:              | 6  | a value is missing here",
                "group: flights      | 6  | a value is missing here",
                "state:stale         | 0  | there is no 'state:'; write key:, group:, tag:, owner:, kind:, job:, status: or changed:",
                "status:old          | 7  | there is no status:old; write one of missing, stale, failed, rejected, tainted, held, running",
                "changed:it          | 8  | there is no changed:it; write one of code, config, inputs",
                "leaves(delays)      | 0  | there is no function 'leaves'; write roots() or sinks()",
                "roots(delays        | 5  | this '(' is not closed",
                "delays,planes       | 6  | write 'or', not ','",
                "delays && planes    | 7  | write 'and', not '&'",
            })
    void aMalformedSelectionShowsThePlace(String text, int position, String fact) {
        assertThatThrownBy(() -> AssetSelection.parse(text))
                .isInstanceOfSatisfying(WeirException.class, failure -> assertThat(failure.problems())
                        .containsExactly(new Problem(
                                ProblemCode.MALFORMED_SELECTION,
                                "The selection cannot be read: " + fact + ".",
                                new Subject.OfText(text, position))));
    }

    @Test
    void aPartitionIsNoPartOfASelection() {
        assertThatThrownBy(() -> AssetSelection.parse("delays@2013-01-15"))
                .hasMessage("The selection cannot be read: a partition is chosen with --partition, not with '@'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "roots("})
    void endlessNestingIsRefusedRatherThanOverflowing(String opening) {
        assertThatThrownBy(() -> AssetSelection.parse(opening.repeat(100_000) + "delays"))
                .isInstanceOf(WeirException.class)
                .hasMessageContaining("this is nested more than 200 deep");
    }

    @Test
    void aVeryLongListOfNamesIsRead() {
        String text = "delays or ".repeat(100_000) + "planes";

        assertThat(selected(AssetSelection.parse(text))).isEqualTo("planes delays");
    }

    private static String selected(AssetSelection selection) {
        return selection.selectFrom(GRAPH).stream().map(AssetKey::toString).collect(Collectors.joining(" "));
    }

    private static Description describe(String group, String owners, String tags, String kinds) {
        return new Description("", group, list(owners), list(tags), list(kinds));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
