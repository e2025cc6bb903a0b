package dev.weir.cli.run;

import dev.weir.cli.output.Console;
import dev.weir.cli.output.Quantity;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/// Tells on a terminal how much has been copied. Is given the bytes of each file.
public final class Copying implements LongConsumer, AutoCloseable {

    private final LongAdder files = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LiveLine line;

    private Copying(Console console, String what) {
        line = LiveLine.open(
                console.err(), () -> "%s: %s, %s".formatted(what, Quantity.of(files.sum(), "file"), Quantity.bytes(bytes.sum())));
    }

    public static Copying begin(Console console, String what) {
        return new Copying(console, what);
    }

    @Override
    public void accept(long ofOneFile) {
        files.increment();
        bytes.add(ofOneFile);
    }

    @Override
    public void close() {
        line.close();
    }
}
