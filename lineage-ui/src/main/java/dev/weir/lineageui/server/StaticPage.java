package dev.weir.lineageui.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the page, from the class path. The page's own addresses give the page.
final class StaticPage {
    private static final String FOLDER = "/dev/weir/lineageui/page";
    private static final String INDEX = "/index.html";
    // No part begins with a dot, and nothing is decoded: no path leads out of the folder.
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_@][A-Za-z0-9._@-]*)+");
    // As the page's router has them.
    private static final Pattern ADDRESS = Pattern.compile("/|/lineage|/checks|/settings|/launch|/partitions|/runs(?:/[A-Za-z0-9-]{1,64})?|/assets(?:/[A-Za-z0-9_]+)*");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "map", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");
    private static final String NOT_BUILT =
            "This Weir was built without its page; the HTTP interface below /api/v1 is there.";

    /// @param cache what a browser may do with it
    record Found(int status, String type, String cache, ByteBuffer content) {}

    Found find(String path) {
        Optional<byte[]> file = PATH.matcher(path).matches() && !path.equals(INDEX) ? read(path) : Optional.empty();
        if (file.isPresent()) {
            String cache = path.startsWith("/static/")
                    ? "public, max-age=31536000, immutable"
                    : "no-cache";
            return new Found(200, type(ending(path)), cache, ByteBuffer.wrap(file.get()));
        }
        boolean isAddress = path.equals(INDEX) || ADDRESS.matcher(path).matches();
        Optional<byte[]> page = isAddress ? read(INDEX) : Optional.empty();
        return page.map(content -> new Found(200, type("html"), "no-cache", ByteBuffer.wrap(content)))
                .orElseGet(() -> new Found(404, type("txt"), "no-store", text(isAddress ? NOT_BUILT : "Not found.")));
    }

    private static String type(String ending) {
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static ByteBuffer text(String line) {
        return ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).equals(name) ? "" : name.substring(name.lastIndexOf('.') + 1);
    }

    // A folder of the class path can be opened too, where that is no jar: its listing is no file.
    private static Optional<byte[]> read(String path) {
        if (ending(path).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = StaticPage.class.getResourceAsStream(FOLDER + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
