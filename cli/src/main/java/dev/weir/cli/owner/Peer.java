package dev.weir.cli.owner;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/// Whose process is at the other end: what is sent there may hold secrets, and what comes from there is done.
final class Peer {

    private Peer() {}

    /// The user of this process.
    static UserPrincipal ownUser() throws IOException {
        Path own = Files.createTempFile("weir-", ".user");
        try {
            return Files.getOwner(own);
        } finally {
            Files.delete(own);
        }
    }

    /// Whether this user's process is at the other end. Where the system does not say so, the socket's mode has to do.
    static boolean isOf(UserPrincipal user, SocketChannel channel) throws IOException {
        return !channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                || channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
    }
}
