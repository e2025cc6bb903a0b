package dev.weir.materializer.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Hasher;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckAnswerTest {

    private static final CheckResult GOOD = CheckResult.of(true).named("good", "all is well");
    private static final CheckResult BAD = CheckResult.of(false).named("bad").with("rows", 3);

    private static List<Verdict> verdicts(@Nullable Object answer) {
        return new CheckAnswer("sound", CheckAnswerTest::verdict).verdicts(answer);
    }

    private static Verdict verdict(CheckResult result) {
        return new Verdict(
                new CheckKey(AssetKey.parse("orders"), "sound"),
                new Hasher().add("sound").finish(),
                result.severity().orElse(CheckSeverity.ERROR),
                "orders are sound",
                result,
                Duration.ZERO);
    }

    @Test
    void severalResultsHaveAVerdictEachBehindOneThatSumsThemUp() {
        List<Verdict> verdicts = verdicts(List.of(GOOD, BAD));

        assertThat(verdicts)
                .extracting(verdict -> verdict.check().toString())
                .containsExactly("orders:sound", "orders:sound.good", "orders:sound.bad");
        assertThat(verdicts)
                .extracting(Verdict::description)
                .containsExactly("orders are sound", "all is well", "");
        assertThat(verdicts).extracting(Verdict::blocks).containsExactly(true, false, true);
        assertThat(verdicts.getFirst().result().metadata()).isEqualTo(Map.of("results", 2L, "failed", 1L));
        assertThat(verdicts.getLast().isPartOf(verdicts.getFirst())).isTrue();
        assertThat(verdicts.getFirst().isPartOf(verdicts.getLast())).isFalse();
    }

    @Test
    void whereOnlyWarningsFailNothingBlocks() {
        List<Verdict> verdicts = verdicts(List.of(GOOD, BAD.severity(CheckSeverity.WARN)));

        assertThat(verdicts).noneMatch(Verdict::blocks);
        assertThat(verdicts.getFirst().result().passed()).isFalse();
        assertThat(verdicts.getFirst().severity()).isEqualTo(CheckSeverity.WARN);
    }

    @Test
    void noResultAtAllPasses() {
        assertThat(verdicts(List.of()))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.result()).isEqualTo(CheckResult.of(true).with("results", 0L)));
    }

    @Test
    void whatIsNoAnswerIsSaid() {
        assertThatThrownBy(() -> verdicts(null))
                .hasMessage("check sound returned null; a check returns a CheckResult, a list of them, or a boolean");
        assertThatThrownBy(() -> verdicts(Arrays.asList(GOOD, null)))
                .hasMessage("check sound returned a list with null in it");
        assertThatThrownBy(() -> verdicts(List.of(GOOD, CheckResult.of(true))))
                .hasMessage("check sound returned several results, one of them without a name: give it one, as with"
                        + " CheckResult.of(…).named(\"origin\")");
        assertThatThrownBy(() -> verdicts(List.of(GOOD, GOOD)))
                .hasMessage("check sound returned two results named good: call one of them something else with .named(…)");
        assertThatThrownBy(() -> CheckResult.of(true).named(" "))
                .hasMessage("A result named ' ': give a name on one line, without blanks around it");
    }
}
