package dev.weir.examples.meridian;

/// The source of telemetry did not answer.
final class TelemetryException extends RuntimeException {

    TelemetryException(String message) {
        super(message);
    }
}
