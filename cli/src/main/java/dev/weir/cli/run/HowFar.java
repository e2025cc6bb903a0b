package dev.weir.cli.run;

import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;

/// Says on a terminal how far a look at very many things has come, in a line that goes when it is done.
public final class HowFar implements AutoCloseable {

    private final LiveLine live;
    private volatile String text = "Looking …";

    public HowFar(Screen screen) {
        live = LiveLine.open(screen, () -> text);
    }

    public void looked(long versions, long of, long bytes) {
        text = "%s of %s%s".formatted(
                Quantity.count(versions), Quantity.of(of, "version"), bytes == 0 ? "" : " · " + Quantity.bytes(bytes) + " read");
    }

    @Override
    public void close() {
        live.close();
    }
}
