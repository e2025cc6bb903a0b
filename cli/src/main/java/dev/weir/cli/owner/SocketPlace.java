package dev.weir.cli.owner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the socket of an owner lies: beside its state, or, where that path is longer than systems take, in a folder of its
/// own at a shorter place.
final class SocketPlace {

    /// Linux takes 107 bytes, others fewer.
    private static final int MOST_BYTES = 100;

    private static final String NAME = "owner.socket";
    private static final String FOLDER = "weir-owner-";

    private SocketPlace() {}

    /// @param elsewhere folders for what is short-lived, the best first
    /// @throws IOException if there is no place that is short enough
    static Path choose(Path state, List<Path> elsewhere) throws IOException {
        Path beside = state.resolve(NAME);
        if (fits(beside)) {
            Files.deleteIfExists(beside);
            return beside;
        }
        for (Path folder : elsewhere) {
            if (Files.isWritable(folder) && fits(folder.resolve(FOLDER + "0".repeat(20)).resolve(NAME))) {
                // Made for this user only.
                return Files.createTempDirectory(folder, FOLDER).resolve(NAME);
            }
        }
        throw new IOException("No folder has a path short enough for a socket");
    }

    private static boolean fits(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /// Takes away a socket that nobody listens to any more, if it is one that [#choose] has chosen for this state.
    static void remove(Path socket, Path state) throws IOException {
        Path folder = socket.getParent();
        if (folder == null || !socket.endsWith(NAME)) {
            return;
        }
        if (folder.equals(state)) {
            Files.deleteIfExists(socket);
        } else if (String.valueOf(folder.getFileName()).startsWith(FOLDER)) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(folder);
        }
    }
}
