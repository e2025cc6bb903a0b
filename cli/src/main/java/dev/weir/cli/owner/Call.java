package dev.weir.cli.owner;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One command of another process, in the owner.
///
/// Three threads: one hears the client, one does the command, one sends. Invariants: what the command says is sent in its
/// order, and nothing after the end; whoever finds the client gone says so once, and from then on nothing is sent; the
/// command never waits for a client that takes nothing for longer than [Patience] says.
final class Call implements Answering.Asker {

    static final int INTERRUPTED = 130;
    private static final int UNSENT = 64;

    private final SocketChannel channel;
    private final Patience patience;
    private final BlockingQueue<Frame> unsent = new ArrayBlockingQueue<>(UNSENT);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch sent = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Printed out = new Printed(Frame.Kind.OUT, this::say);
    private final Printed err = new Printed(Frame.Kind.ERR, this::say);
    private volatile boolean silent;
    private boolean begun;
    private boolean gone;
    private boolean writing;
    private @Nullable Runnable whenGone;

    Call(SocketChannel channel, Patience patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /// From the request to the last byte of the answer.
    void run(WeirBuild weir, Answering answering) {
        Thread.startVirtualThread(this::mindTheRequest);
        try (channel;
                InputStream in = Channels.newInputStream(channel)) {
            Request request = Request.of(Frame.read(in));
            asked.countDown();
            Thread.startVirtualThread(this::send);
            if (!request.weir().equals(weir)) {
                refuse(weir, request.weir());
            } else {
                begin(request, answering);
                hear(in);
            }
            awaitSent();
        } catch (IOException | RuntimeException broken) {
            // Of who does not ask as a Weir does nothing is done, and to who is gone nothing can be said.
        } finally {
            asked.countDown();
            leave();
            endUnlessBegun();
        }
    }

    private void mindTheRequest() {
        try {
            if (!asked.await(patience.toAsk().toNanos(), TimeUnit.NANOSECONDS)) {
                channel.close();
            }
        } catch (InterruptedException | IOException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(WeirBuild weir, WeirBuild other) {
        String difference = weir.version().equals(other.version())
                ? "another build of Weir %s".formatted(weir.version())
                : "Weir %s, and this is Weir %s".formatted(weir.version(), other.version());
        say(Frame.of(Frame.Kind.REFUSED, "which is %s: let it end first, or call the same".formatted(difference)));
        over.countDown();
    }

    private void begin(Request request, Answering answering) {
        synchronized (this) {
            if (gone) {
                return;
            }
            begun = true;
        }
        Thread.ofPlatform().daemon().name("weir-command").start(() -> {
            try {
                int status = answering.answer(request, this);
                out.flush();
                err.flush();
                say(Frame.exit(status));
            } catch (RuntimeException | Error broken) {
                leave();
            } finally {
                over.countDown();
            }
        });
    }

    // Until the client closes: it may cancel at any time, also when all is sent.
    private void hear(InputStream in) {
        try {
            while (true) {
                if (Frame.read(in).kind() == Frame.Kind.CANCEL) {
                    cancel();
                }
            }
        } catch (IOException closed) {
            leave();
        }
    }

    private void send() {
        try (DataOutputStream stream =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            Frame frame;
            do {
                frame = unsent.take();
                frame.write(stream);
            } while (!isLast(frame));
        } catch (IOException | InterruptedException broken) {
            leave();
        } finally {
            sent.countDown();
        }
    }

    private static boolean isLast(Frame frame) {
        return switch (frame.kind()) {
            case EXIT, REFUSED, AWAY -> true;
            case REQUEST, CANCEL, OUT, ERR, WRITES -> false;
        };
    }

    private void say(Frame frame) {
        if (!silent && !offered(frame)) {
            leave();
        }
    }

    // A step that is interrupted still wants to be heard.
    private boolean offered(Frame frame) {
        boolean interrupted = Thread.interrupted();
        long until = System.nanoTime() + patience.toTake().toNanos();
        try {
            while (true) {
                try {
                    return unsent.offer(frame, until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitSent() {
        try {
            boolean _ = sent.await(patience.toTake().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public OutputStream err() {
        return err;
    }

    @Override
    public synchronized void writes() {
        if (gone) {
            throw new WeirException(ProblemCode.OWNER_GONE, "Nobody waits for this any more.");
        }
        writing = true;
        say(Frame.of(Frame.Kind.WRITES));
    }

    @Override
    public void whenGone(Runnable action) {
        synchronized (this) {
            whenGone = action;
            if (!gone) {
                return;
            }
        }
        action.run();
    }

    // What only looks is over at once for who asked, and its thread comes to its end unheard: interrupting it would make faults
    // of what it is just reading. What writes comes to a clean end first.
    private void cancel() {
        synchronized (this) {
            if (!writing) {
                say(Frame.exit(INTERRUPTED));
                silent = true;
            }
        }
        tellGone();
    }

    private void leave() {
        silent = true;
        try {
            channel.close();
        } catch (IOException closed) {
            // It is.
        }
        tellGone();
    }

    /// Closes the connection to who has not asked yet, and will not be answered.
    void leaveUnlessBegun() {
        boolean unasked;
        synchronized (this) {
            unasked = !begun;
        }
        if (unasked) {
            leave();
        }
    }

    private synchronized void endUnlessBegun() {
        if (!begun) {
            over.countDown();
        }
    }

    /// Asks the client to do without the owner from here on, and the command to end.
    void sendAway() {
        say(Frame.of(Frame.Kind.AWAY));
        silent = true;
        tellGone();
    }

    private void tellGone() {
        Runnable action;
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            action = whenGone;
        }
        if (action != null) {
            action.run();
        }
    }

    /// Whether anybody, or anything that is written, needs its end.
    synchronized boolean matters() {
        return begun && (gone ? writing && over.getCount() > 0 : over.getCount() > 0 || sent.getCount() > 0);
    }

    /// Waits until all is done, and all is sent.
    void await() throws InterruptedException {
        over.await();
        boolean _ = sent.await(patience.toTake().toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean await(long seconds) throws InterruptedException {
        return over.await(seconds, TimeUnit.SECONDS);
    }
}
