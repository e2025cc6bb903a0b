package dev.weir.cli.owner;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The process that has the embedded database of a project open, for those that find it so. Listens once it has had it for
/// a little while: most commands are over before.
///
/// Invariants: it listens only while this process has the database; what it took is answered, or sent away, before
/// [#end] returns; nothing that a client does or leaves undone ends the listening.
public final class Owner {

    static final Duration A_LITTLE_WHILE = Duration.ofMillis(250);
    private static final int MOST_CALLS = 64;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SECONDS_TO_LEAVE = 8;

    private final Place place;
    private final Supplier<WeirBuild> weir;
    private final Answering answering;
    private final Patience patience;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread listener;
    private @Nullable ServerSocketChannel server;
    private boolean hooked;

    private Owner(Place place, Supplier<WeirBuild> weir, Answering answering, Patience patience) {
        this.place = place;
        this.weir = weir;
        this.answering = answering;
        this.patience = patience;
        this.listener = Thread.ofPlatform().daemon().name("weir-owner").unstarted(this::listenAfterAWhile);
    }

    /// Where an owner can be found.
    ///
    /// @param state the folder for the state of the project
    /// @param elsewhere folders for what is short-lived, where the path of that one is too long
    public record Place(Path state, List<Path> elsewhere) {
        public Place {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /// What becomes of commands under way when an owner ends.
    public enum Leaving {
        /// They are waited for.
        WHEN_ALL_IS_DONE,
        /// Their processes are to do them without it.
        NOW
    }

    /// To be called once the database is open. Returns at once.
    ///
    /// @param weir asked for when somebody may call, as finding out takes a moment
    public static Owner of(Place place, Supplier<WeirBuild> weir, Answering answering) {
        return of(place, weir, answering, Patience.USUAL);
    }

    static Owner of(Place place, Supplier<WeirBuild> weir, Answering answering, Patience patience) {
        Owner owner = new Owner(place, weir, answering, patience);
        owner.listener.start();
        return owner;
    }

    private void listenAfterAWhile() {
        try {
            if (!ending.await(A_LITTLE_WHILE.toMillis(), TimeUnit.MILLISECONDS)) {
                listen();
            }
        } catch (IOException | UnsupportedOperationException cannot) {
            // Then others find the database in use, as they would without any of this.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws IOException, InterruptedException {
        WeirBuild own = weir.get();
        OwnerFile.read(place.state()).ifPresent(this::removeWhatTheLastLeft);
        Path socket = SocketPlace.choose(place.state(), place.elsewhere());
        try (ServerSocketChannel bound = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            bound.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            synchronized (this) {
                if (ending.getCount() == 0) {
                    return;
                }
                server = bound;
            }
            UserPrincipal user =
                    Files.getOwner(new OwnerFile(ProcessHandle.current().pid(), socket).write(place.state()));
            accept(bound, user, own);
        } finally {
            OwnerFile.remove(place.state());
            SocketPlace.remove(socket, place.state());
        }
    }

    private void removeWhatTheLastLeft(OwnerFile last) {
        try {
            SocketPlace.remove(last.socket(), place.state());
        } catch (IOException stays) {
            // It is in nobody's way.
        }
    }

    private void accept(ServerSocketChannel bound, UserPrincipal user, WeirBuild own) throws InterruptedException {
        while (bound.isOpen()) {
            try {
                answer(bound.accept(), user, own);
            } catch (IOException failed) {
                // Too many files are open, for instance: who called tries again, when some have been closed perhaps.
                boolean _ = ending.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void answer(SocketChannel channel, UserPrincipal user, WeirBuild own) throws IOException {
        boolean taken = false;
        try {
            if (calls.size() < MOST_CALLS && Peer.isOf(user, channel)) {
                take(channel, own);
                taken = true;
            }
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private void take(SocketChannel channel, WeirBuild own) {
        hookOnce();
        Call call = new Call(channel, patience);
        calls.add(call);
        Thread.startVirtualThread(() -> {
            try {
                call.run(own, answering);
            } finally {
                calls.remove(call);
            }
        });
    }

    // Who interrupts this process means its own command: the others go on by themselves.
    private void hookOnce() {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(Leaving.NOW, _ -> {}), "weir-owner-end"));
        }
    }

    /// Takes no more commands, and comes to an end with those under way. The database may be closed after it.
    ///
    /// @param waiting told once how many there are, if they are waited for
    public void end(Leaving leaving, IntConsumer waiting) {
        stopListening();
        calls.forEach(Call::leaveUnlessBegun);
        List<Call> left = calls.stream().filter(Call::matters).toList();
        if (left.isEmpty()) {
            return;
        }
        try {
            switch (leaving) {
                case WHEN_ALL_IS_DONE -> {
                    waiting.accept(left.size());
                    for (Call call : left) {
                        call.await();
                    }
                }
                case NOW -> {
                    left.forEach(Call::sendAway);
                    for (Call call : left) {
                        boolean _ = call.await(SECONDS_TO_LEAVE);
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopListening() {
        ending.countDown();
        try {
            synchronized (this) {
                if (server != null) {
                    server.close();
                }
            }
            listener.join();
        } catch (IOException closed) {
            // It is.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
