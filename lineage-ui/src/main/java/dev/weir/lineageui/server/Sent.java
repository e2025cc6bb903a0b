package dev.weir.lineageui.server;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// What a request brings along, within limits.
final class Sent {
    private static final int LONGEST_BODY = 64 * 1024;

    private Sent() {}

    static List<Map.Entry<String, String>> query(Request request) {
        String query = request.getHttpURI().getQuery();
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        if (query == null || query.isEmpty()) {
            return entries;
        }
        for (String part : query.split("&")) {
            int at = part.indexOf('=');
            entries.add(Map.entry(decode(at < 0 ? part : part.substring(0, at)), at < 0 ? "" : decode(part.substring(at + 1))));
        }
        return entries;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(400, ProblemCode.USAGE, "The query of the address is not encoded as addresses are.");
        }
    }

    /// An object of JSON.
    static Map<String, @Nullable Object> body(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !(type.equals("application/json") || type.startsWith("application/json;"))) {
            throw new RefusedException(415, ProblemCode.USAGE, "The body must be JSON: send Content-Type: application/json.");
        }
        try (InputStream body = Content.Source.asInputStream(request)) {
            byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new RefusedException(413, ProblemCode.USAGE, "The body is longer than 64 KiB.");
            }
            if (Json.read(new String(bytes, StandardCharsets.UTF_8)) instanceof Map<?, ?> members) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                members.forEach((name, value) -> object.put(String.valueOf(name), value));
                return object;
            }
        } catch (IOException malformed) {
            throw new RefusedException(400, ProblemCode.USAGE, "The body is no JSON.");
        }
        throw new RefusedException(400, ProblemCode.USAGE, "The body is no JSON object.");
    }
}
