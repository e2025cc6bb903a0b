package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes over the wire, and what browsers may keep of it.
class SentSmallerTest {

    @TempDir
    static Path folder;

    private static Served served;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        served = Served.in(folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void aLargeAnswerIsSentSmallerToWhoCanReadThat() throws Exception {
        HttpResponse<byte[]> small = ask("/api/v1/openapi.json", "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<byte[]> plain = ask("/api/v1/openapi.json");
        HttpResponse<byte[]> refused = ask("/api/v1/openapi.json", "Accept-Encoding", "gzip;q=0, br");

        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(small, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(small.body().length).isLessThan(plain.body().length / 4);
        assertThat(unzipped(small)).isEqualTo(text(plain));
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(refused, "Content-Encoding")).isEmpty();
        assertThat(refused.body()).isEqualTo(plain.body());
    }

    @Test
    void aSmallAnswerIsSentAsItIs() throws Exception {
        assertThat(header(ask("/api/v1/project", "Accept-Encoding", "gzip"), "Content-Encoding")).isEmpty();
    }

    @Test
    void eventsAreSentAsTheyCome() throws Exception {
        String answer = served.raw(
                "GET /api/v1/events HTTP/1.1",
                "Host: 127.0.0.1:" + served.port(),
                "Authorization: Bearer " + served.token(),
                "Accept-Encoding: gzip");

        assertThat(answer).contains("Content-Type: text/event-stream").doesNotContain("Content-Encoding");
    }

    @Test
    void whoHasTheGraphInOneEncodingHasItInAll() throws Exception {
        String tag = header(ask("/api/v1/graph"), "ETag");

        assertThat(ask("/api/v1/graph", "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
        assertThat(ask("/api/v1/graph", "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileOfThePageIsSentAsItWasBuiltAndKeptForEver() throws Exception {
        HttpResponse<byte[]> small = ask("/static/tested.js", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> plain = ask("/static/tested.js");
        HttpResponse<byte[]> again = ask("/static/tested.js", "Accept-Encoding", "gzip", "If-None-Match", header(small, "ETag"));

        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(small, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(small, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(unzipped(small)).isEqualTo(text(plain)).isEqualTo("export const told = \"the same, however it was sent\";\n");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "ETag")).isNotEmpty().isNotEqualTo(header(small, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anUnknownAddressIsThePageForWhoReadsAndOneSentenceForPrograms() throws Exception {
        HttpResponse<byte[]> read = ask("/nowhere/to/go", "Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        HttpResponse<byte[]> fetched = ask("/nowhere/to/go");
        HttpResponse<byte[]> known = ask("/lineage", "Accept", "text/html");

        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(text(read)).isEqualTo(text(known)).contains("<title>");
        assertThat(header(read, "Cache-Control")).isEqualTo("no-store");
        assertThat(fetched.statusCode()).isEqualTo(404);
        assertThat(text(fetched)).isEqualTo("Not found.\n");
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(ask("/lineage", "If-None-Match", header(known, "ETag")).statusCode()).isEqualTo(304);
    }

    private HttpResponse<byte[]> ask(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path))
                .headers(Served.with(headers, "Authorization", "Bearer " + served.token()))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String unzipped(HttpResponse<byte[]> response) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
