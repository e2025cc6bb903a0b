package dev.weir.lineageui.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

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
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final String NEVER = "no-store";
    private static final String NOT_BUILT =
            "This Weir was built without its page; the HTTP interface below /api/v1 is there.";

    private final Map<String, Found> known = new ConcurrentHashMap<>();

    /// @param cache what a browser may do with it
    /// @param tag names exactly this content in this encoding; empty if nobody is to ask for it again by that
    record Found(int status, String type, String cache, String tag, Encoding encoding, ByteBuffer content) {
        Found {
            content = content.asReadOnlyBuffer();
        }

        // Whoever writes a buffer empties it.
        @Override
        public ByteBuffer content() {
            return content.duplicate();
        }
    }

    Found find(String path, HttpFields headers) {
        Encoding encoding = Encoding.bestFor(headers);
        if (PATH.matcher(path).matches() && !path.equals(INDEX)) {
            Optional<Found> file = file(path, encoding, path.startsWith("/static/") ? FOR_EVER : ASK_AGAIN);
            if (file.isPresent()) {
                return file.get();
            }
        }
        boolean isAddress = path.equals(INDEX) || ADDRESS.matcher(path).matches();
        // Whoever reads pages is told by the page itself that there is nothing, and how to go on.
        boolean isRead = headers.getQualityCSV(HttpHeader.ACCEPT).contains("text/html");
        Optional<Found> page = isAddress || isRead ? file(INDEX, encoding, ASK_AGAIN) : Optional.empty();
        return page.map(found -> isAddress ? found : nothing(found))
                .orElseGet(() -> new Found(404, type("txt"), NEVER, "", Encoding.PLAIN, text(isAddress ? NOT_BUILT : "Not found.")));
    }

    private static Found nothing(Found page) {
        return new Found(404, page.type(), NEVER, "", page.encoding(), page.content());
    }

    /// A file, in the encoding if it was built in that too.
    private Optional<Found> file(String path, Encoding encoding, String cache) {
        Found again = known.get(encoding + path);
        if (again != null) {
            return Optional.of(again);
        }
        Optional<byte[]> small = encoding == Encoding.GZIP ? read(path + ".gz") : Optional.empty();
        Optional<Found> found = small.or(() -> read(path)).map(content -> new Found(
                200, type(ending(path)), cache, tagOf(content), small.isPresent() ? Encoding.GZIP : Encoding.PLAIN, ByteBuffer.wrap(content)));
        // Only what there is: of what there is not, anybody could name more than fits.
        found.ifPresent(file -> known.put(encoding + path, file));
        return found;
    }

    private static String tagOf(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
