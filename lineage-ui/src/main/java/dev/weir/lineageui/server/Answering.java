package dev.weir.lineageui.server;

import dev.weir.assets.problem.Problem;
import dev.weir.lineageui.api.Reply;
import dev.weir.lineageui.api.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Writes the answer to one request.
record Answering(Request request, Response response, Callback callback, Zipping zipping) {
    private static final String JSON = "application/json";

    void give(Reply reply, Function<Right, String> cookie) {
        switch (reply) {
            case Reply.Json(int status, String body, String tag) -> {
                header(HttpHeader.CACHE_CONTROL, tag.isEmpty() ? "no-store" : "private, no-cache");
                give(status, body, tag);
            }
            case Reply.Begun(String body, String location) -> {
                header(HttpHeader.CACHE_CONTROL, "no-store");
                header(HttpHeader.LOCATION, location);
                write(202, JSON, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
            }
            case Reply.NotModified(String tag) -> {
                header(HttpHeader.ETAG, tag);
                header(HttpHeader.CACHE_CONTROL, "private, no-cache");
                end(304);
            }
            case Reply.LoggedIn(Right right) -> {
                header(HttpHeader.SET_COOKIE, cookie.apply(right));
                header(HttpHeader.CACHE_CONTROL, "no-store");
                end(204);
            }
            case Reply.Events(Reply.Stream stream) -> send(stream);
        }
    }

    // Events never come here: whoever made them smaller would hold them back.
    private void give(int status, String body, String tag) {
        header(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        boolean isZipped = Zipping.isWorthwhile(body) && Encoding.bestFor(request.getHeaders()) == Encoding.GZIP;
        if (!tag.isEmpty()) {
            header(HttpHeader.ETAG, isZipped ? "W/" + tag : tag);
        }
        if (isZipped) {
            header(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        write(status, JSON, isZipped ? zipping.zipped(body, tag) : ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    void give(StaticPage.Found file) {
        header(HttpHeader.CACHE_CONTROL, file.cache());
        header(HttpHeader.VARY, "Accept, Accept-Encoding");
        if (!file.tag().isEmpty()) {
            header(HttpHeader.ETAG, file.tag());
            if (file.tag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
                end(304);
                return;
            }
        }
        if (file.encoding() == Encoding.GZIP) {
            header(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        write(file.status(), file.type(), file.content());
    }

    void refuse(int status, List<Problem> problems) {
        if (response.isCommitted()) {
            callback.failed(new IOException("The answer had begun"));
            return;
        }
        header(HttpHeader.CACHE_CONTROL, "no-store");
        write(status, ProblemDocument.TYPE, ByteBuffer.wrap(ProblemDocument.of(status, problems)));
    }

    private void send(Reply.Stream stream) {
        header(HttpHeader.CACHE_CONTROL, "no-store");
        header(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.setStatus(200);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            stream.send(text -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            });
            callback.succeeded();
        } catch (IOException gone) {
            callback.failed(gone);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            callback.succeeded();
        }
    }

    private void header(HttpHeader name, String value) {
        response.getHeaders().put(name, value);
    }

    private void end(int status) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    private void write(int status, String type, ByteBuffer body) {
        response.setStatus(status);
        header(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, body, callback);
    }
}
