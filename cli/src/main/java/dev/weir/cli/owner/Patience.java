package dev.weir.cli.owner;

import java.time.Duration;

/// How long an owner waits for a client.
///
/// @param toAsk for its request, once it is connected
/// @param toTake until it takes something of what is there for it
record Patience(Duration toAsk, Duration toTake) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
