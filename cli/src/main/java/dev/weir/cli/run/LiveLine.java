package dev.weir.cli.run;

import dev.weir.cli.output.Screen;
import java.util.function.Supplier;

/// The last line of a terminal, drawn anew a few times a second, with finished lines scrolling away above it. On a
/// screen that is no terminal there is only what scrolls.
///
/// Threads may share it: whoever writes holds its monitor, so a line never lands inside the live one.
final class LiveLine implements AutoCloseable {
    private static final String ERASE = "\r\u001b[2K";
    private static final long REDRAW_MILLIS = 100;

    private final Screen screen;
    private final Supplier<String> text;
    private final Thread ticker;
    private boolean drawn;
    private boolean closed;

    private LiveLine(Screen screen, Supplier<String> text) {
        this.screen = screen;
        this.text = text;
        this.ticker = Thread.ofVirtual().unstarted(this::tick);
    }

    /// @param text what the line says at the moment, without colour; called under this object's monitor
    static LiveLine open(Screen screen, Supplier<String> text) {
        LiveLine line = new LiveLine(screen, text);
        if (screen.isTerminal()) {
            line.ticker.start();
        }
        return line;
    }

    /// Writes something that stays.
    synchronized void print(Runnable writing) {
        erase();
        writing.run();
        if (!screen.isTerminal()) {
            // Whoever follows a file or a pipe sees it now, and it is there if the process is killed.
            screen.flush();
        } else if (!closed) {
            draw();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        erase();
        screen.flush();
        ticker.interrupt();
    }

    private void tick() {
        try {
            while (redraw()) {
                Thread.sleep(REDRAW_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean redraw() {
        if (!closed) {
            erase();
            draw();
            screen.flush();
        }
        return !closed;
    }

    private void draw() {
        String line = text.get();
        // One column stays free: a terminal wraps once the last one is filled.
        int width = Math.max(1, screen.width() - 1);
        screen.write(line.length() <= width ? line : line.substring(0, width - 1) + "…");
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            screen.write(ERASE);
            drawn = false;
        }
    }
}
