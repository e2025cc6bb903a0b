package dev.weir.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithdrawnTest {

    private static final AssetKey ORDERS = AssetKey.parse("orders");

    @Test
    void whatFailedLastAndIsNotDeclaredAnyMoreIsTakenBack() {
        List<Verdict> withdrawn =
                Withdrawn.of(List.of(verdict("kept", 1, false), verdict("gone", 1, false)), List.of(check("kept")));

        assertThat(withdrawn).extracting(verdict -> verdict.check().name()).containsExactly("gone");
        assertThat(withdrawn).allMatch(verdict -> verdict.result().passed());
        assertThat(withdrawn.getFirst().digest()).isNotEqualTo(verdict("gone", 1, false).digest());
    }

    @Test
    void whatHasPassedSinceNeedsNothing() {
        assertThat(Withdrawn.of(List.of(verdict("gone", 1, false), verdict("gone", 2, true)), List.of())).isEmpty();
    }

    @Test
    void ofAMethodWithSeveralResultsTheirSumIsTakenBackAndNotWhileItIsDeclared() {
        List<Verdict> recorded = List.of(verdict("rules", 1, false), verdict("rules.first", 1, false));

        assertThat(Withdrawn.of(recorded, List.of())).extracting(verdict -> verdict.check().name()).containsExactly("rules");
        assertThat(Withdrawn.of(recorded, List.of(check("rules")))).isEmpty();
        assertThat(Withdrawn.of(recorded.subList(1, 2), List.of(check("rules")))).isEmpty();
    }

    private static CheckSpec check(String name) {
        return new CheckSpec("orders", name, "", CheckSeverity.ERROR, new ReadyMade.RowCountRange(1, Long.MAX_VALUE));
    }

    private static Verdict verdict(String name, long at, boolean passed) {
        Digest digest = new Hasher().add(at).finish();
        return new Verdict(
                new CheckKey(ORDERS, name), digest, CheckSeverity.ERROR, "", CheckResult.of(passed), Duration.ZERO);
    }
}
