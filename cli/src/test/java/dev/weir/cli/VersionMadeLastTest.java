package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which version is meant where neither a partition nor a number is given.
class VersionMadeLastTest {

    /// The first day is made only when the second is published.
    private static final String SHOP = """
            @Daily(start = "2026-01-01", end = "2026-02-01", zone = "UTC") @interface Day {}
            record Order(int id, int amount) {}

            class Till {
                static final java.util.concurrent.CountDownLatch SECOND = new java.util.concurrent.CountDownLatch(1);

                @Asset @Day @Range(column = "amount", min = 0, max = 9)
                List<Order> orders(TimeWindow day) throws InterruptedException {
                    int number = day.startDate().getDayOfMonth();
                    if (number == 1 && !SECOND.await(1, java.util.concurrent.TimeUnit.MINUTES)) {
                        throw new IllegalStateException("The second day was never published");
                    }
                    return List.of(new Order(number, /* amount */ number));
                }

                @Asset @Day
                long counted(List<Order> orders, TimeWindow day) {
                    if (day.startDate().getDayOfMonth() == 2) SECOND.countDown();
                    return orders.size();
                }
            }
            """;

    @TempDir
    Path folder;

    private Instant now = Called.NOON;

    @BeforeEach
    void write() throws IOException {
        write(SHOP);
    }

    @Test
    void itIsThatOfTheLastPartitionOfTheLastRunWhicheverOfThemEndedLast() {
        assertThat(weir("materialize", "--partition", "2026-01-01..2026-01-02", "--parallel", "2").out())
                .containsSubsequence("✓ orders@2026-01-02#1", "✓ orders@2026-01-01#1");

        assertThat(weir("show", "orders").out()).contains("orders@2026-01-02#1").doesNotContain("orders@2026-01-01#1");
    }

    @Test
    void itIsThatOfAnEarlierPartitionIfTheLastRunMadeOnlyThat() {
        weir("materialize", "--partition", "2026-01-02..2026-01-03");
        now = now.plus(Duration.ofMinutes(1));
        weir("materialize", "--partition", "2026-01-02", "--force", "orders");

        assertThat(weir("show", "orders").out()).contains("orders@2026-01-02#2").doesNotContain("orders@2026-01-03#1");
    }

    @Test
    void theSameHoldsOfRejectedVersions() throws IOException {
        write(SHOP.replace("/* amount */ number", "number + 10")
                .replace("SECOND.await(1, java.util.concurrent.TimeUnit.MINUTES)", "true"));
        weir("materialize", "--partition", "2026-01-03..2026-01-04", "--parallel", "1");

        assertThat(weir("show", "orders", "--rejected").out())
                .contains("orders@2026-01-04")
                .doesNotContain("orders@2026-01-03");
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Called weir(String... words) {
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("-f", "Shop.java")).toArray(String[]::new);
        return Called.in(folder, Map.of(), () -> now, all);
    }
}
