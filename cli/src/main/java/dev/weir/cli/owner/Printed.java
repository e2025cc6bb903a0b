package dev.weir.cli.owner;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/// A stream of a command whose bytes go over the socket. Keeps nothing back.
final class Printed extends OutputStream {

    private static final int MOST_BYTES = 1 << 15;

    private final Frame.Kind kind;
    private final Consumer<Frame> wire;

    Printed(Frame.Kind kind, Consumer<Frame> wire) {
        this.kind = kind;
        this.wire = wire;
    }

    @Override
    public void write(int b) {
        wire.accept(new Frame(kind, new byte[] {(byte) b}));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at += MOST_BYTES) {
            wire.accept(new Frame(kind, Arrays.copyOfRange(bytes, at, Math.min(from + length, at + MOST_BYTES))));
        }
    }

    @Override
    public void flush() {}
}
