package dev.weir.cli.wiring;

import dev.weir.cli.owner.Owner;
import dev.weir.metadata.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// The embedded databases that this process owns. Each is opened once, whichever commands use it, and stays open until the
/// end of the process, as does the socket at which others are answered. Threads may share it.
public final class OwnDatabases implements Databases {

    private final Function<Path, Owner> listening;
    private final Map<Path, Owned> owned = new HashMap<>();

    /// @param listening starts to listen for others in a folder for state
    public OwnDatabases(Function<Path, Owner> listening) {
        this.listening = listening;
    }

    private record Owned(String project, Database database, Together together, Owner owner) {
        Memory memory() {
            return new Memory(database, together, () -> {});
        }
    }

    @Override
    public synchronized Memory open(Path state, Path folder, String project, Waiting waiting) {
        Path place = real(folder);
        Owned before = owned.get(place);
        if (before == null) {
            Database database = Opening.patient(state, folder, project, waiting);
            Owned opened = new Owned(project, database, Together.alone(), listening.apply(state));
            owned.put(real(folder), opened);
            return opened.memory();
        }
        // Of another project it is refused in the words of the first opening.
        return before.project().equals(project)
                ? before.memory()
                : OF_EACH_COMMAND.open(state, folder, project, waiting);
    }

    // Two commands may have come to it by different links.
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThereYet) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /// Lets go of all, after the commands of others have come to their end.
    ///
    /// @param others told how many they are, if they are waited for
    public void close(Owner.Leaving leaving, IntConsumer others) {
        Map<Path, Owned> last;
        synchronized (this) {
            last = Map.copyOf(owned);
        }
        last.values().forEach(each -> each.owner().end(leaving, others));
        last.values().forEach(each -> each.database().close());
    }
}
