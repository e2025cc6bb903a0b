package dev.weir.cli.dev;

import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What is said beside the answers while a project is read: it is shown as ever, and remembered.
final class Overheard {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console;

    Overheard(Console shown) {
        OutputStream both = new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                said.write(bytes, offset, length);
                shown.err().pass(java.util.Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
        console = new Console(shown.out(), Screen.file(new PrintStream(both, true, StandardCharsets.UTF_8)));
    }

    Console console() {
        return console;
    }

    String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
