package dev.weir.assets;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks a web server for the version of something, without fetching it; for assets that are [External].
public final class WebVersion {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private WebVersion() {}

    /// Its `ETag`, else when it was last modified. One request, `HEAD`, which may take ten seconds.
    ///
    /// @throws IOException if the server cannot be reached, answers with an error, or says neither
    public static String of(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpResponse<Void> answer = ask(client, address);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s answers %d".formatted(address, answer.statusCode()));
        }
        return answer.headers()
                .firstValue("ETag")
                .map(tag -> "ETag " + tag)
                .or(() -> answer.headers().firstValue("Last-Modified").map(time -> "Last-Modified " + time))
                .orElseThrow(() -> new IOException(
                        "%s says neither ETag nor Last-Modified: fetch it in an asset without inputs".formatted(address)));
    }

    private static HttpResponse<Void> ask(HttpClient client, URI address) throws IOException, InterruptedException {
        try {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException unreachable) {
            String why = unreachable.getMessage() == null ? "nobody answers" : unreachable.getMessage();
            throw new IOException("%s cannot be reached: %s".formatted(address, why), unreachable);
        }
    }
}
