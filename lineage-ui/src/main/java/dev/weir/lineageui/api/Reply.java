package dev.weir.lineageui.api;

import dev.weir.lineageui.json.JsonText;
import java.io.IOException;

/// What a route answers.
public sealed interface Reply {

    /// A body of JSON.
    ///
    /// @param tag names exactly this content, in quotes; empty if nobody is to ask for it again by that
    record Json(int status, String body, String tag) implements Reply {}

    /// Something has begun that goes on behind the answer.
    ///
    /// @param location the path to look at it
    record Begun(String body, String location) implements Reply {}

    /// What the caller has already.
    record NotModified(String tag) implements Reply {}

    /// The caller is who holds a token from now on.
    record LoggedIn(Right right) implements Reply {}

    /// Events, as long as somebody listens.
    record Events(Stream stream) implements Reply {}

    /// Sends events until the listener has gone or the server ends.
    interface Stream {
        void send(Sink sink) throws IOException, InterruptedException;
    }

    /// Somebody who listens. What is written has left when the call returns.
    interface Sink {
        void write(String text) throws IOException;
    }

    static Reply json(Object value) {
        return new Json(200, JsonText.compact(value), "");
    }
}
