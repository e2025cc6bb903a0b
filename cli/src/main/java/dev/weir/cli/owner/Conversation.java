package dev.weir.cli.owner;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/// A connection to the process that owns a database, by which that does a command in this one's stead. One thread holds
/// it; any may cancel.
public final class Conversation implements AutoCloseable {

    private final long process;
    private final SocketChannel channel;
    private final DataOutputStream stream;

    private Conversation(long process, SocketChannel channel) {
        this.process = process;
        this.channel = channel;
        this.stream = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /// With the owner of the database in a folder for state; nothing if none listens, or it is another user's.
    public static Optional<Conversation> with(Path state) {
        try {
            Optional<OwnerFile> owner = OwnerFile.read(state);
            return owner.isEmpty() ? Optional.empty() : connected(owner.get());
        } catch (IOException | UnsupportedOperationException nobody) {
            return Optional.empty();
        }
    }

    private static Optional<Conversation> connected(OwnerFile owner) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(owner.socket()));
            if (Peer.isOf(Peer.ownUser(), channel)) {
                return Optional.of(new Conversation(owner.process(), channel));
            }
        } catch (IOException | IllegalArgumentException stale) {
            // Nobody is there.
        }
        channel.close();
        return Optional.empty();
    }

    /// The number of the owner.
    public long process() {
        return process;
    }

    /// How it ended.
    public sealed interface End {
        /// The command is over.
        record Exited(int status) implements End {}

        /// The owner does not take it.
        record Refused(String why) implements End {}

        /// The owner has ended, or is about to.
        ///
        /// @param lost what it had come to
        record Alone(Lost lost) implements End {}
    }

    /// What a command had come to when its owner ended.
    public enum Lost {
        /// Nothing: it had only looked, and of its answer nothing was shown.
        NOTHING,
        /// Part of its answer was shown.
        ANSWER,
        /// It had begun to write.
        WORK
    }

    /// Asks, and shows the answer as it comes.
    public End hold(Request request, Received received) {
        try (InputStream in = new BufferedInputStream(Channels.newInputStream(channel))) {
            say(request.frame());
            while (true) {
                Frame frame = Frame.read(in);
                switch (frame.kind()) {
                    case OUT -> received.out(frame.content());
                    case ERR -> received.err(frame.content());
                    case WRITES -> received.writes();
                    case EXIT -> {
                        received.end();
                        return new End.Exited(frame.status());
                    }
                    case REFUSED -> {
                        return new End.Refused(frame.text());
                    }
                    case AWAY -> {
                        return new End.Alone(received.lost());
                    }
                    case REQUEST, CANCEL -> {}
                }
            }
        } catch (IOException ended) {
            return new End.Alone(received.lost());
        }
    }

    /// Asks the owner to cancel the command; its end still comes.
    public void cancel() {
        try {
            say(Frame.of(Frame.Kind.CANCEL));
        } catch (IOException ended) {
            // Then so has the command.
        }
    }

    private void say(Frame frame) throws IOException {
        synchronized (stream) {
            frame.write(stream);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            // It is.
        }
    }
}
