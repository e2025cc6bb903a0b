package dev.weir.materializer.adopt;

import dev.weir.materializer.version.EnvironmentName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Remembers what was accepted. Threads may share it.
public interface AdoptionStore {

    /// Lets versions count as adopted, in one durable transaction, if each is current in the environment and as it was
    /// read. Recorded as a changeset of this id: offered again, it has happened.
    ///
    /// @return whether it happened; if not, nothing has changed
    boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at);

    /// Whether what was offered under this id was accepted.
    boolean hasAdopted(UUID id);
}
