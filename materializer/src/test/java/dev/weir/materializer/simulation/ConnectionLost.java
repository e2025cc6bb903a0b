package dev.weir.materializer.simulation;

/// The request or its reply did not arrive: nobody knows whether the store did what it was asked.
final class ConnectionLost extends RuntimeException {
    ConnectionLost(String what) {
        super("Connection lost: " + what);
    }
}
