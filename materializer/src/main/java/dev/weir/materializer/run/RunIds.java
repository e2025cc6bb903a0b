package dev.weir.materializer.run;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids: UUIDs of version 7 (RFC 9562), which sort by time. Clock and randomness come in. Threads may share it.
public final class RunIds {

    private final TimeOrderedEpochFactory uuids;

    public RunIds(InstantSource clock, RandomGenerator random) {
        uuids = TimeOrderedEpochFactory.builder()
                .withClock(Clock.system(ZoneOffset.UTC))
                .withIncrementPlus1()
                .withTimeFunction(() -> clock.millis())
                .withRandomFunction(random::nextLong)
                .build();
    }

    public UUID next() {
        return uuids.create();
    }

    public RunId run() {
        return new RunId(next());
    }

    public VersionId version() {
        return new VersionId(next());
    }
}
