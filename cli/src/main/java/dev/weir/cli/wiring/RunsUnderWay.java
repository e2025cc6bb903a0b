package dev.weir.cli.wiring;

import dev.weir.materializer.version.RunId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The runs that commands of one process have begun or wait with, and how each is stopped. Threads share it.
///
/// A run that has been cancelled in the database is over, whoever is in here: this only spares its process the wait for the
/// next heartbeat.
public final class RunsUnderWay {

    private final Map<RunId, Consumer<String>> stops = new ConcurrentHashMap<>();

    /// @param stop is told why, and returns at once
    void add(RunId run, Consumer<String> stop) {
        stops.put(run, stop);
    }

    void remove(RunId run) {
        stops.remove(run);
    }

    /// @return whether it is a run of this process
    boolean stop(RunId run, String why) {
        Consumer<String> stop = stops.get(run);
        if (stop != null) {
            stop.accept(why);
        }
        return stop != null;
    }
}
