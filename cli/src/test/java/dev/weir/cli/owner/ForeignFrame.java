package dev.weir.cli.owner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes that somebody sends to an owner's socket.
public final class ForeignFrame {

    private ForeignFrame() {}

    /// Reads them as the owner does, and as a client does.
    ///
    /// @throws IOException if they say nothing
    public static void read(byte[] bytes) throws IOException {
        InputStream stream = new ByteArrayInputStream(bytes);
        Frame first = Frame.read(stream);
        if (first.kind() == Frame.Kind.REQUEST) {
            Request request = Request.of(first);
            Request.of(request.frame());
        } else if (first.kind() == Frame.Kind.EXIT) {
            int _ = first.status();
        }
        for (Frame next = Frame.read(stream); ; next = Frame.read(stream)) {
            String _ = next.text();
        }
    }

    /// What a `weir` sends.
    public static byte[] of(Request request) {
        byte[] content = request.frame().content();
        return java.nio.ByteBuffer.allocate(content.length + 5).put((byte) 'r').putInt(content.length).put(content).array();
    }
}
