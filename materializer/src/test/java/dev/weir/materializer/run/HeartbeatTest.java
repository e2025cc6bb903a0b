package dev.weir.materializer.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void aBeatThatFailsIsFollowedByTheNext(Class<? extends Throwable> failure) throws Exception {
        CountDownLatch beats = new CountDownLatch(3);

        try (Heartbeat _ = new Heartbeat(Threads.OF_THIS_MACHINE, () -> beat(beats, failure), Duration.ofMillis(1))) {
            assertThat(beats.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void beat(CountDownLatch beats, Class<? extends Throwable> failure) {
        beats.countDown();
        if (failure == StackOverflowError.class) {
            throw new StackOverflowError();
        }
        throw new IllegalStateException("The database does not answer");
    }
}
