package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assets that run only if a condition holds, and what reads them.
class ConditionsTest {

    private static final String GATE = """
            record Training(@Default("1.0") double error) {}
            record Evaluation(double error, double baseline) {}

            @Asset Evaluation evaluation(@Config Training training) { return new Evaluation(training.error(), 1.0); }

            @Asset @When("beatsBaseline")
            String deployed(Evaluation evaluation) { return "a model with error " + evaluation.error(); }

            @Condition("The error beats the baseline by 5 %")
            Decision beatsBaseline(Evaluation evaluation) {
                return Decision.of(evaluation.error() <= 0.95 * evaluation.baseline(),
                        "error %.2f, baseline %.2f", evaluation.error(), evaluation.baseline());
            }

            @Asset @When("isWorse")
            String regression(Evaluation evaluation) { return "worse than " + evaluation.baseline(); }

            @Condition boolean isWorse(Evaluation evaluation) { return evaluation.error() > evaluation.baseline(); }

            @Asset String announcement(String deployed) { return "Now serving " + deployed; }

            @Asset String report(Optional<String> deployed, Optional<String> regression) {
                return deployed.or(() -> regression).orElseThrow();
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write(GATE);
    }

    @Test
    void aPlanSaysWhatRunsOnlyIfAConditionHolds() {
        Called called = weir("plan", "deployed");

        assertThat(called.out())
                .contains("deployed    ", "it has never been materialized; runs if beats_baseline")
                .contains("evaluation");
        assertThat(weir("show", "deployed").out())
                .contains("runs if      beats_baseline: The error beats the baseline by 5 %");
    }

    @Test
    void whatItsConditionSkipsMakesNoVersionAndTheSkipTravels() {
        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .contains(
                        "✓ evaluation#1",
                        "– deployed was skipped: condition beats_baseline does not hold: error 1.00, baseline 1.00\n",
                        "– regression was skipped: condition is_worse does not hold\n",
                        "– announcement was skipped: deployed was skipped: condition beats_baseline does not hold:"
                                + " error 1.00, baseline 1.00\n",
                        "– report was skipped: deployed was skipped: condition beats_baseline does not hold:"
                                + " error 1.00, baseline 1.00\n",
                        "1 published, 4 skipped.");
        assertThat(called.status()).isZero();
        assertThat(weir("versions", "deployed").out()).isEqualTo("It has not been materialized yet.\n");
        assertThat(weir("run", "show", "latest").out())
                .contains("skipped", "condition beats_baseline does not hold: error 1.00, baseline 1.00");
    }

    @Test
    void aConditionIsNotAskedAgainWhileNothingItLooksAtChanges() {
        weir("materialize");

        Called called = weir("materialize");

        assertThat(called.out())
                .contains(
                        "– deployed was skipped: condition beats_baseline does not hold: error 1.00, baseline 1.00, and"
                                + " nothing has changed since\n",
                        "– announcement was skipped: deployed was skipped: condition beats_baseline does not hold:"
                                + " error 1.00, baseline 1.00\n",
                        "0 published, 4 skipped; 1 partition is up to date.");
        assertThat(called.status()).isZero();
        assertThat(weir("why", "announcement").out())
                .isEqualTo("""
                        announcement is skipped: deployed was skipped: condition beats_baseline does not hold: error 1.00, \
                        baseline 1.00.
                          deployed is skipped: condition beats_baseline does not hold: error 1.00, baseline 1.00, and nothing has \
                        changed since.
                        """);
        assertThat(weir("list", "status:missing").out()).doesNotContain("deployed").doesNotContain("report");
        assertThat(weir("materialize", "--only", "announcement").status()).isZero();
    }

    @Test
    void whatTakesTheSkippedAsAnOptionalRunsIfOneBranchWasTaken() {
        Called better = weir("materialize", "--config", "training.error=0.5");

        assertThat(better.out())
                .contains("✓ deployed#1", "✓ announcement#1", "– regression was skipped", "✓ report#1", "4 published, 1 skipped.");
        assertThat(value("report")).isEqualTo("\"a model with error 0.5\"");
        assertThat(weir("materialize", "--config", "training.error=0.5").out())
                .contains("– regression was skipped", "0 published, 1 skipped; 4 partitions are up to date.");
    }

    @Test
    void whatWasPublishedBeforeStaysForThoseThatReadItAndIsNoBranchTaken() {
        weir("materialize", "--config", "training.error=0.5");

        Called worse = weir("materialize", "--config", "training.error=2.0");

        assertThat(worse.out())
                .contains(
                        "– deployed was skipped: condition beats_baseline does not hold: error 2.00, baseline 1.00\n",
                        "– announcement was skipped: its inputs came out equal\n",
                        "✓ regression#1",
                        "✓ report#2",
                        "3 published, 2 skipped.");
        assertThat(value("report")).isEqualTo("\"worse than 1.0\"");
        assertThat(value("announcement")).isEqualTo("\"Now serving a model with error 0.5\"");
        assertThat(weir("materialize", "--config", "training.error=2.0").out())
                .contains("0 published, 1 skipped; 4 partitions are up to date.");
    }

    @Test
    void aProcessOfItsOwnTakesTheBranchThatWasTaken() throws IOException {
        write(GATE.replace("@Asset String report(", "@Asset @RunIn(Where.PROCESS) String report("));

        Called called = weir("materialize", "--config", "training.error=0.5");

        assertThat(called.err()).isEmpty();
        assertThat(value("report")).isEqualTo("\"a model with error 0.5\"");
    }

    @Test
    void forceAsksTheConditionAgain() {
        weir("materialize");

        assertThat(weir("materialize", "deployed", "--force").out())
                .contains("– deployed was skipped: condition beats_baseline does not hold: error 1.00, baseline 1.00\n");
    }

    @Test
    void aChangedConditionIsAskedAgain() throws IOException {
        weir("materialize");
        write(GATE.replace("<= 0.95 *", "<= 1.00 *"));

        assertThat(weir("materialize", "announcement").out()).contains("✓ deployed#1", "✓ announcement#1");
    }

    @Test
    void anInputThatComesOutEqualLeavesTheSkipAsItIs() throws IOException {
        weir("materialize");
        write(GATE.replace("new Evaluation(training.error(), 1.0)", "new Evaluation(0 + training.error(), 1.0)"));

        assertThat(weir("materialize").out())
                .contains(
                        "✓ evaluation#2",
                        "– deployed was skipped: condition beats_baseline does not hold: error 1.00, baseline 1.00, and"
                                + " nothing has changed since\n",
                        "1 published, 4 skipped.");
    }

    @Test
    void aConditionThatThrowsFailsTheStep() throws IOException {
        write(GATE.replace("return Decision.of", "if (true) throw new IllegalStateException(\"no baseline\");\n return Decision.of"));

        Called called = weir("materialize");

        assertThat(called.out())
                .contains("✗ deployed failed: IllegalStateException", "no baseline", "– report was skipped: deployed failed");
        assertThat(called.status()).isEqualTo(1);
    }

    @Test
    void ofSeveralPartitionsThoseThatWereSkippedAreLeftOut() throws IOException {
        write("""
                record Price(double price) {}

                @Daily(start = "2024-01-01", end = "2024-01-08", zone = "UTC") class Market {
                    @Asset @When("isTradingDay") List<Price> prices(TimeWindow day) { return List.of(new Price(1)); }

                    /// The exchange is open.
                    @Condition boolean isTradingDay(TimeWindow day) { return day.startDate().getDayOfWeek().getValue() < 6; }

                    @Asset List<Price> adjusted(List<Price> prices) { return prices; }
                }

                class Week {
                    @Asset long trades(Table<Price> adjusted) { return adjusted.count(); }
                }
                """);

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .contains(
                        "– prices@2024-01-06 was skipped: condition is_trading_day does not hold: The exchange is open\n",
                        "– adjusted@2024-01-07 was skipped: prices@2024-01-07 was skipped: condition is_trading_day does not"
                                + " hold: The exchange is open\n",
                        "✓ trades#1",
                        "11 published, 4 skipped.");
        assertThat(value("trades")).isEqualTo("5");
        assertThat(weir("materialize").out()).contains("0 published, 4 skipped; 11 partitions are up to date.");
        assertThat(weir("materialize", "--partition", "2024-01-06").status()).isZero();
    }

    @Test
    void whatWasSkippedIsNotMissing() throws IOException {
        write("""
                @Daily(start = "2026-05-27", zone = "UTC") class Market {
                    @Asset @When("isTradingDay") int prices(TimeWindow day) { return 1; }

                    /// The exchange is open.
                    @Condition boolean isTradingDay(TimeWindow day) { return day.startDate().getDayOfWeek().getValue() < 6; }
                }
                """);
        weir("materialize");

        assertThat(weir("partitions", "prices").out()).isEqualTo("""
                prices: 5 partitions, daily from 2026-05-27 on in UTC

                ███––
                2026-05-27 2026-05-31

                state      partitions  which
                published           3  2026-05-27..2026-05-29
                skipped             2  2026-05-30..2026-05-31

                prices@2026-05-31 was skipped at 2026-06-01 12:00:00: condition is_trading_day does not hold: The exchange is open
                prices@2026-05-30 was skipped at 2026-06-01 12:00:00: condition is_trading_day does not hold: The exchange is open
                """);
        assertThat(weir("show", "prices@2026-05-30").out())
                .endsWith("It has not been materialized yet.\n\nprices@2026-05-30 was skipped at 2026-06-01 12:00:00: condition"
                        + " is_trading_day does not hold: The exchange is open.\n");
        assertThat(weir("partitions", "prices", "--json").out())
                .contains("\"skips\"", "\"partition\" : \"2026-05-31\"", "\"at\" : \"2026-06-01T12:00:00Z\"");
        assertThat(weir("show", "prices@2026-05-30", "--json").out())
                .contains("\"skipped\"", "\"why\" : \"condition is_trading_day does not hold: The exchange is open\"");
    }

    private String value(String asset) {
        return weir("show", asset).out().lines()
                .filter(line -> line.startsWith("value"))
                .findFirst()
                .orElse("none")
                .replaceFirst("value +", "");
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Gate.java"), source);
    }

    private Called weir(String... arguments) {
        return Called.in(
                folder,
                Stream.concat(Arrays.stream(arguments), Stream.of("-f", "Gate.java")).toArray(String[]::new));
    }
}
