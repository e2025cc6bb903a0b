package dev.weir.cli.owner;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// What has come of an answer. A command that only looks shows its answer when it is whole, unless that is very long: were
/// its owner to end before, it could be asked again.
///
/// Printing has a thread of its own, as whoever reads standard output may take long, and the owner must not wait for it.
public final class Received implements AutoCloseable {

    private static final int MOST_KEPT = 4 << 20;

    private final Consumer<byte[]> out;
    private final Consumer<byte[]> err;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final BlockingQueue<Runnable> unprinted = new LinkedBlockingQueue<>();
    private final Thread printer = Thread.ofVirtual().unstarted(this::print);
    // The printer's alone.
    private boolean isPrinted;
    private Conversation.Lost lost = Conversation.Lost.NOTHING;

    /// @param out where what the command prints goes; what it prints besides goes to the other
    public Received(Consumer<byte[]> out, Consumer<byte[]> err) {
        this.out = out;
        this.err = err;
        printer.start();
    }

    void out(byte[] bytes) {
        if (lost == Conversation.Lost.NOTHING) {
            kept.writeBytes(bytes);
            if (kept.size() > MOST_KEPT) {
                lost = Conversation.Lost.ANSWER;
                show();
            }
        } else {
            print(out, bytes);
        }
    }

    void err(byte[] bytes) {
        print(err, bytes);
    }

    void writes() {
        lost = Conversation.Lost.WORK;
        show();
    }

    void end() {
        show();
    }

    Conversation.Lost lost() {
        return lost;
    }

    private void show() {
        if (kept.size() > 0) {
            print(out, kept.toByteArray());
            kept.reset();
        }
    }

    private void print(Consumer<byte[]> screen, byte[] bytes) {
        unprinted.add(() -> screen.accept(bytes));
    }

    private void print() {
        try {
            while (!isPrinted) {
                unprinted.take().run();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until all that has come is printed.
    @Override
    public void close() {
        unprinted.add(() -> isPrinted = true);
        try {
            printer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
