package dev.weir.materializer.project.provided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.digest.Digest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// When values that code was given count as the same.
class ValueDigestTest {

    record Feature(String name, int window) {}

    record Renamed(String name, int window) {}

    record Other(String name, int span) {}

    record Holder(Object held) {}

    @Test
    void whatSaysTheSameIsTheSame() {
        Map<String, Integer> backwards = new LinkedHashMap<>();
        backwards.put("b", 2);
        backwards.put("a", 1);

        assertThat(of(new Feature("speed", 7))).isEqualTo(of(new Feature("speed", 7)));
        assertThat(of(new Feature("speed", 7))).isEqualTo(of(new Renamed("speed", 7)));
        assertThat(of(backwards)).isEqualTo(of(Map.of("a", 1, "b", 2)));
        assertThat(of(Set.of("a", "b", "c"))).isEqualTo(of(Set.of("c", "a", "b")));
        assertThat(of(List.of(1, 2))).isEqualTo(of(new ArrayList<>(List.of(1, 2))));
    }

    @Test
    void whatSaysSomethingElseIsAnother() {
        List<Object> values = Arrays.asList(
                new Feature("speed", 7),
                new Feature("speed", 8),
                new Other("speed", 7),
                "1",
                1,
                1L,
                1.0,
                true,
                null,
                List.of("ab", "c"),
                List.of("a", "bc"),
                List.of(),
                Map.of("a", 1),
                Map.of("a", 2),
                Optional.of(1),
                Optional.empty(),
                TimeUnit.DAYS,
                LocalDate.EPOCH,
                ZoneId.of("UTC"),
                String.class);

        assertThat(values.stream().map(ValueDigestTest::of)).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeComparedIsRefusedWhereItLies() {
        Runnable lambda = () -> {};

        assertRefused(new Holder(List.of(new Thread())), "Holder.held[], an object of java.lang.Thread");
        assertRefused(new Holder(new Object()), "Holder.held, an object of java.lang.Object");
        assertRefused(Map.of("key", new StringBuilder()), "Map.key, an object of java.lang.StringBuilder");
        assertThatThrownBy(() -> of(new Holder(lambda))).hasMessage("Holder.held, a lambda");
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThatThrownBy(() -> of(itself)).hasMessageEndingWith("holds values in more than 32 levels");
    }

    private static void assertRefused(Object value, String message) {
        assertThatThrownBy(() -> of(value)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static Digest of(Object value) {
        return new ValueDigest().of(Arrays.asList(value));
    }
}
