package dev.weir.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.code.ClassFiles;
import dev.weir.assets.digest.code.CodeDigests;
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
                new CheckRule.NotNullColumn("a"),
                new CheckRule.NotNullColumn("b"),
                new CheckRule.UniqueColumns(List.of("a")),
                new CheckRule.UniqueColumns(List.of("a", "b")),
                new CheckRule.ColumnRange("a", 0, 1),
                new CheckRule.ColumnRange("a", 0, 2),
                new CheckRule.ColumnRange("a", -1, 1),
                new CheckRule.RowCountRange(1, 9),
                new CheckRule.RowCountRange(2, 9),
                new CheckRule.CustomMethod("A", "sums", 0, List.of()));

        Set<Digest> digests = new HashSet<>();
        rules.forEach(rule -> digests.add(DIGESTS.of(check("name", rule, CheckSeverity.ERROR))));

        assertThat(digests).hasSize(rules.size());
    }

    @Test
    void theSeverityCountsButTheNameDoesNot() {
        CheckRule rule = new CheckRule.NotNullColumn("a");

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
