package dev.weir.checks.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The version of the Weir that is on the class path.
public final class WeirVersion {

    private WeirVersion() {}

    public static String current() {
        try (InputStream text = WeirVersion.class.getResourceAsStream("weir-version.txt")) {
            return text == null ? "unknown" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
