package dev.weir.materializer.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    @Test
    void lastsUntilTheCodeIsCalled() {
        StartUp startUp = new StartUp();
        startUp.endedAt(NOON.plusSeconds(2));

        assertThat(startUp.within(NOON, ATTEMPT)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void isNothingWhereTheCodeWasNeverCalled() {
        assertThat(new StartUp().within(NOON, ATTEMPT)).isZero();
    }

    @Test
    void endsLaterWhereAProcessSaysThatItIsReady() {
        List<String> told = new ArrayList<>();
        StartUp startUp = new StartUp(() -> told.add("ended"));
        startUp.endedAt(NOON.plusSeconds(1));
        startUp.endedAt(NOON.plusSeconds(3));

        assertThat(startUp.within(NOON, ATTEMPT)).isEqualTo(Duration.ofSeconds(3));
        assertThat(told).hasSize(2);
    }

    @Test
    void isNeverLongerThanItsAttemptWhateverAClockSays() {
        StartUp late = new StartUp();
        late.endedAt(NOON.plusSeconds(60));
        StartUp early = new StartUp();
        early.endedAt(NOON.minusSeconds(60));

        assertThat(late.within(NOON, ATTEMPT)).isEqualTo(ATTEMPT);
        assertThat(early.within(NOON, ATTEMPT)).isZero();
    }
}
