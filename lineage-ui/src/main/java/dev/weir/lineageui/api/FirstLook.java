package dev.weir.lineageui.api;

import dev.weir.lineageui.api.Looking.Part;
import dev.weir.materializer.plan.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/// The first look at everything, which takes long where there is much. Whoever asks sees how far it has come. Threads may share it.
final class FirstLook {
    private final Instant since;
    private final long began = System.nanoTime();
    private volatile Part results = Part.NONE;
    private volatile Part assets;
    private volatile boolean ended;

    FirstLook(Instant since, int assets) {
        this.since = since;
        this.assets = new Part(0, assets);
    }

    /// What is told while it goes on.
    Outlook.Watched watched() {
        return new Outlook.Watched(
                (done, of) -> {
                    goOn();
                    results = new Part(done, of);
                },
                (done, of) -> {
                    goOn();
                    assets = new Part(done, of);
                });
    }

    private void goOn() {
        if (ended) {
            throw new CancellationException("Nobody waits for it any more");
        }
    }

    Looking soFar() {
        return new Looking(since, results, assets, Duration.ofNanos(System.nanoTime() - began));
    }

    /// If it is still going on, it is given up.
    void end() {
        ended = true;
    }
}
