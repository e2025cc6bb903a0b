package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    // The day on which clocks go forward has 23 hours.
    private static final TimeWindow DAY = window("2024-03-10T05:00:00Z", "2024-03-11T04:00:00Z");

    private static TimeWindow window(String start, String end) {
        return new TimeWindow(Instant.parse(start), Instant.parse(end), NEW_YORK);
    }

    @Test
    void itBeginsAndEndsOnTheDatesOfItsZone() {
        assertThat(DAY.startDate()).isEqualTo(LocalDate.of(2024, 3, 10));
        assertThat(DAY.endDate()).isEqualTo(LocalDate.of(2024, 3, 11));
    }

    @Test
    void itsEndIsNoPartOfIt() {
        assertThat(DAY.contains(DAY.start())).isTrue();
        assertThat(DAY.contains(DAY.end())).isFalse();
        assertThat(DAY.contains(DAY.end().minusNanos(1))).isTrue();
        assertThat(DAY.contains(DAY.start().minusNanos(1))).isFalse();
    }

    @Test
    void windowsThatOnlyTouchDoNotOverlap() {
        TimeWindow hour = window("2024-03-11T03:00:00Z", "2024-03-11T04:00:00Z");
        TimeWindow next = window("2024-03-11T04:00:00Z", "2024-03-11T05:00:00Z");
        TimeWindow across = window("2024-03-11T03:30:00Z", "2024-03-11T04:30:00Z");

        assertThat(DAY.overlaps(hour)).isTrue();
        assertThat(hour.overlaps(DAY)).isTrue();
        assertThat(DAY.overlaps(next)).isFalse();
        assertThat(next.overlaps(DAY)).isFalse();
        assertThat(DAY.overlaps(across)).isTrue();
        assertThat(DAY.encloses(hour)).isTrue();
        assertThat(DAY.encloses(DAY)).isTrue();
        assertThat(DAY.encloses(across)).isFalse();
        assertThat(hour.encloses(DAY)).isFalse();
    }

    @Test
    void itIsNeverEmpty() {
        assertThatThrownBy(() -> new TimeWindow(DAY.start(), DAY.start(), NEW_YORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Time window 2024-03-10T05:00:00Z to 2024-03-10T05:00:00Z is empty");
    }
}
