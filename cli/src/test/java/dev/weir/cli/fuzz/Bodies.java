package dev.weir.cli.fuzz;

import dev.weir.cli.server.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// The bodies of what is sent to a server.
final class Bodies implements Target {

    private static final int FAULT = 500;

    private final Served served = Shop.OF_PROCESS.served();
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public List<byte[]> seeds() {
        return Target.texts("{\"selection\": \"orders or group:reports\", \"partitions\": [\"2026-05-30\", \"latest\"], \"only\": true, \"force\": false}", "{}",
                "{\"token\": \"x\"}", "[]", "{\"selection\": null}", "{\"partitions\": [[]]}", "{\"a\": 1e400, \"a\": \"\\ud800\"}", "{\"selection\": \"+(\"}");
    }

    @Override
    public void take(byte[] input) throws IOException, InterruptedException {
        call("/api/v1/plan", input);
        call("/api/v1/login", input);
        // Of other definitions than these, so that nothing begins.
        call("/api/v1/launches", input, "Weir-Definitions", "0".repeat(64));
    }

    private void call(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + served.token())
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= FAULT) {
            throw new AssertionError(path + " → " + answer.statusCode() + " " + answer.body());
        }
    }
}
