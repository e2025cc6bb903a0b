package dev.weir.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.code.ClassFiles;
import dev.weir.assets.digest.code.CodeDigests;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckDigestsTest {

    private static final CheckDigests DIGESTS = new CheckDigests(new CodeDigests(new NoClasses(), Map.of()));

    @Test
    void everyValueOfARuleCounts() {
        List<CheckRule> rules = List.of(
                new ReadyMade.NotNullColumn("a"),
                new ReadyMade.NotNullColumn("b"),
                new ReadyMade.UniqueColumns(List.of("a")),
                new ReadyMade.UniqueColumns(List.of("a", "b")),
                new ReadyMade.ColumnRange("a", 0, 1),
                new ReadyMade.ColumnRange("a", 0, 2),
                new ReadyMade.ColumnRange("a", -1, 1),
                new ReadyMade.RowCountRange(1, 9),
                new ReadyMade.RowCountRange(2, 9),
                new ReadyMade.NullShare("a", 0.01),
                new ReadyMade.NullShare("a", 0.02),
                new ReadyMade.OneOfValues("a", List.of("x", "y")),
                new ReadyMade.OneOfValues("a", List.of("x")),
                new ReadyMade.MatchingText("a", "x+"),
                new ReadyMade.MatchingText("a", "x*"),
                new ReadyMade.RowCountChange(0.5, 1, 1),
                new ReadyMade.RowCountChange(0.5, 2, 1),
                new ReadyMade.RowCountChange(0.5, 2, 7),
                new ReadyMade.ReferenceTo(List.of("a"), "b", List.of("a")),
                new ReadyMade.ReferenceTo(List.of("a"), "b", List.of("c")),
                new ReadyMade.ReferenceTo(List.of("a"), "c", List.of("c")),
                new ReadyMade.StableColumns(SchemaLevel.EXACT),
                new ReadyMade.StableColumns(SchemaLevel.ADDITIVE),
                new ReadyMade.FreshColumn("a", Duration.ofHours(6)),
                new ReadyMade.FreshColumn("a", Duration.ofHours(7)),
                new ReadyMade.MetricRange(new Metric(Metric.Function.SUM, "a"), 0, 1),
                new ReadyMade.MetricRange(new Metric(Metric.Function.MEAN, "a"), 0, 1),
                new ReadyMade.NoOutlier(new Metric(Metric.Function.ROWS, ""), new History(30, 7, 8), 3.5),
                new ReadyMade.NoOutlier(new Metric(Metric.Function.ROWS, ""), new History(30, 1, 8), 3.5),
                new ReadyMade.NoOutlier(new Metric(Metric.Function.ROWS, ""), new History(30, 7, 8), 3),
                new ReadyMade.Quarantined(List.of(), 0.05),
                new ReadyMade.Quarantined(List.of("range_a"), 0.05),
                new CheckRule.CustomMethod("A", "sums", 0, List.of()));

        Set<Digest> digests = new HashSet<>();
        rules.forEach(rule -> digests.add(DIGESTS.of(check("name", rule, CheckSeverity.ERROR))));

        assertThat(digests).hasSize(rules.size());
    }

    @Test
    void theSeverityCountsButTheNameDoesNot() {
        CheckRule rule = new ReadyMade.NotNullColumn("a");

        assertThat(DIGESTS.of(check("one", rule, CheckSeverity.ERROR)))
                .isEqualTo(DIGESTS.of(check("other", rule, CheckSeverity.ERROR)))
                .isNotEqualTo(DIGESTS.of(check("one", rule, CheckSeverity.WARN)));
    }

    private static CheckSpec check(String name, CheckRule rule, CheckSeverity severity) {
        return new CheckSpec("orders", name, "description of " + name, severity, rule);
    }

    private record NoClasses() implements ClassFiles {
        @Override
        public Collection<String> names() {
            return List.of();
        }

        @Override
        public Optional<byte[]> own(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> foreign(String name) {
            return Optional.empty();
        }
    }
}
