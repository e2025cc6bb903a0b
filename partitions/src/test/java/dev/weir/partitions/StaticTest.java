package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.partitions.PartitionsDefinition.Static;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, Integer> NUMBERS = Map.of("ewr", 3, "jfk", 7, "lga", 5);

    @Test
    void ordinalsAreWhatTheStoreSaysAndTheOrderIsAsDeclared() {
        Static airports = of("lga", "jfk", "ewr");

        assertThat(airports.all(NOW)).isEqualTo(PartitionSet.of(3, 5, 7));
        assertThat(airports.ordinalOf(new PartitionKey("jfk"))).isEqualTo(7);
        assertThat(airports.keyOf(7)).hasToString("jfk");
        assertThat(airports.inOrder(airports.all(NOW))).containsExactly(5, 7, 3);
        assertThat(airports.describe()).isEqualTo("cut into lga, jfk, ewr");
        assertThat(of("jfk").contains(5)).isFalse();
        assertThat(of("jfk").inOrder(PartitionSet.of(3, 7))).containsExactly(7, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "jfk, jfk",
        "lga..jfk, lga jfk",
        "missing, lga jfk ewr",
    })
    void aRequestSelectsKeys(String request, String keys) {
        Static airports = of("lga", "jfk", "ewr");

        PartitionSet selected =
                PartitionRequest.parse(request).selectFrom(airports, NOW).partitions();

        assertThat(airports.inOrder(selected).stream()
                        .map(ordinal -> airports.keyOf(ordinal).value())
                        .toList())
                .containsExactly(keys.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ord      | 'ord' is not a partition: there are lga, jfk, ewr",
                "lga..ord | 'ord' is not a partition: there are lga, jfk, ewr",
                "jfk..lga | 'jfk..lga' runs backwards: write the earlier one first",
                "latest   | none of its partitions is the latest: name one of lga, jfk, ewr",
            })
    void aRequestThatSelectsNothingSaysWhy(String request, String message) {
        assertThat(PartitionRequest.parse(request)
                        .selectFrom(of("lga", "jfk", "ewr"), NOW)
                        .refusals())
                .extracting(PartitionRefusal::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jfk,jfk | 'jfk' stands there twice",
                "latest  | 'latest' cannot be a key: write words without '..', '@' and '#', and neither latest nor missing",
                "a..b    | 'a..b' cannot be a key: write words without '..', '@' and '#', and neither latest nor missing",
                "a@b     | 'a@b' cannot be a key: write words without '..', '@' and '#', and neither latest nor missing",
            })
    void whatTheCommandLineReadsInAnotherWayIsNoKey(String keys, String message) {
        List<PartitionKey> list = keys(keys.split(","));

        assertThatThrownBy(() -> new Static(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void noKeysAreNoPartitions() {
        assertThatThrownBy(() -> new Static(List.of()))
                .hasMessage("it names no partition: write keys, such as {\"jfk\", \"lga\"}");
    }

    @Test
    void listsThatShareKeysReadTheSameKeyAndOthersNothingUnsaid() {
        Time days = new Time(new Cadence.Days(), LocalDate.of(2013, 1, 1), null, ZoneOffset.UTC);
        PartitionMapping identity = new PartitionMapping.Identity();

        assertThat(PartitionMapping.derive(of("jfk", "lga"), of("lga", "ewr"))).contains(identity);
        assertThat(PartitionMapping.derive(of("jfk"), of("lga"))).isEmpty();
        assertThat(PartitionMapping.derive(of("jfk"), days)).isEmpty();
        assertThat(identity.upstreamOf(5, of("jfk", "lga"), of("lga", "ewr"))).isEqualTo(PartitionSet.of(5));
        assertThat(identity.upstreamOf(7, of("jfk", "lga"), of("lga", "ewr"))).isEqualTo(PartitionSet.EMPTY);
        assertThat(identity.downstreamOf(5, of("lga", "ewr"), of("jfk", "lga"))).isEqualTo(PartitionSet.of(5));
        assertThat(new PartitionMapping.All().upstreamOf(9, days, of("jfk", "lga")))
                .isEqualTo(PartitionSet.of(5, 7));
        assertThat(new PartitionMapping.Windows().fits(days, of("jfk"))).isFalse();
        assertThat(new PartitionMapping.Last().fits(days, of("jfk"))).isFalse();
        assertThat(new PartitionMapping.Every().fits(days, of("jfk"))).isTrue();
        PartitionMapping specific = new PartitionMapping.Specific(keys("jfk"));
        assertThat(specific.fits(days, of("jfk"))).isTrue();
        assertThat(specific.fits(days, of("lga"))).isFalse();
        assertThat(specific.upstreamOf(9, days, of("lga", "jfk"))).isEqualTo(PartitionSet.of(7));
        assertThat(new PartitionMapping.Previous().upstreamOf(7, of("jfk"), of("jfk")))
                .isEqualTo(PartitionSet.of(7));
    }

    private static Static of(String... names) {
        return new Static(keys(names)).numbered(new Numbering() {
            @Override
            public int ordinalOf(PartitionKey key) {
                return Objects.requireNonNull(NUMBERS.get(key.value()), key.value());
            }

            @Override
            public PartitionKey keyOf(int ordinal) {
                return NUMBERS.entrySet().stream()
                        .filter(entry -> entry.getValue() == ordinal)
                        .map(entry -> new PartitionKey(entry.getKey()))
                        .findFirst()
                        .orElseThrow();
            }
        });
    }

    private static List<PartitionKey> keys(String... names) {
        return Arrays.stream(names).map(PartitionKey::new).toList();
    }
}
