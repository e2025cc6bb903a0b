package dev.weir.cli.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/// Where lines for people go: a terminal of some width, or a file or pipe, which get neither colour nor truncation.
/// Threads may share it; a line is written whole.
public final class Screen {

    /// Wide enough that nothing is cut.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final PrintStream stream;
    private final Kind kind;
    private final int width;
    private final boolean coloured;

    /// What is at the other end.
    public enum Kind {
        TERMINAL,
        FILE
    }

    private Screen(PrintStream stream, Kind kind, int width, boolean coloured) {
        this.stream = stream;
        this.kind = kind;
        this.width = width;
        this.coloured = coloured;
    }

    public static Screen file(PrintStream stream) {
        return new Screen(stream, Kind.FILE, UNLIMITED, false);
    }

    /// Of a file or a pipe.
    public static Screen file(OutputStream to) {
        return file(new Sink(to));
    }

    public static Screen terminal(PrintStream stream, int width) {
        return new Screen(stream, Kind.TERMINAL, width, true);
    }

    /// The same without colour, as `NO_COLOR` asks for.
    public Screen withoutColour() {
        return new Screen(stream, kind, width, false);
    }

    public boolean isTerminal() {
        return kind == Kind.TERMINAL;
    }

    public boolean isColoured() {
        return coloured;
    }

    public int width() {
        return width;
    }

    public String paint(Style style, String text) {
        return coloured ? style.paint(text) : text;
    }

    public void line(String text) {
        write(text + "\n");
    }

    public void line() {
        line("");
    }

    /// Writes text as it is, without a line end of its own.
    public void write(String text) {
        synchronized (stream) {
            stream.print(text);
        }
    }

    /// Writes what another process has drawn for this screen, and keeps nothing back.
    public void pass(byte[] bytes) {
        synchronized (stream) {
            stream.write(bytes, 0, bytes.length);
            stream.flush();
        }
    }

    public void flush() {
        stream.flush();
    }

    /// Why not all of what was flushed has arrived; empty if it has, or nobody knows.
    public Optional<String> failure() {
        return stream instanceof Sink sink ? sink.failure() : Optional.empty();
    }
}
