package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;

import dev.weir.lineageui.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How far the first look at everything has come: what was recorded is read, then assets are decided, and then what checks found is
/// counted.
///
/// @param results of steps, as far as they have to be read
/// @param spent since it began
record Looking(Instant since, Part results, Part assets, Duration spent) {
    /// Of a million results of ten thousand assets, these took such shares of the time; the rest goes to what comes before and after.
    private static final double READING = 0.55;
    private static final double DECIDING = 0.2;
    private static final double BETWEEN = 0.1;
    /// Before so much is done, nobody can tell how long it takes.
    private static final double TOLD_FROM = 0.05;

    /// @param of 0 as long as that is not known
    record Part(long done, long of) {
        static final Part NONE = new Part(0, 0);

        private double share() {
            return of == 0 ? 0 : (double) done / of;
        }
    }

    private double share() {
        return READING * results.share() + (assets.done == 0 ? 0 : BETWEEN) + DECIDING * assets.share();
    }

    /// How long it will still take if it goes on like that.
    Optional<Duration> left() {
        double share = share();
        return share < TOLD_FROM
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(spent.toMillis() * (1 - share) / share)));
    }

    JsonObject json() {
        return new JsonObject()
                .with("since", since)
                .with("results_done", results.done)
                .with("results_of", results.of)
                .with("assets_done", assets.done)
                .with("assets_of", assets.of)
                .with("left_ms", left().map(Duration::toMillis));
    }

    static Map<String, Object> shape() {
        return object(
                member("since", instant()),
                member("results_done", integer()),
                member("results_of", integer()),
                member("assets_done", integer()),
                member("assets_of", integer()),
                member("left_ms", orNull(integer())));
    }
}
