package dev.weir.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A stream of server-sent events.
record Listening(BufferedReader lines) implements AutoCloseable {

    Listening(InputStream stream) {
        this(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    }

    /// The data of the next event.
    JsonNode next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return Served.read(line.substring(6));
            }
        }
        throw new IOException("The stream has ended");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
