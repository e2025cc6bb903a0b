package dev.weir.materializer.publish;

import java.util.List;

/// What a run is told that asks whether it may begin.
public sealed interface Turn {
    /// It has claimed all that it wants to publish.
    record Begins(List<Claim> claims) implements Turn {
        public Begins {
            claims = List.copyOf(claims);
        }
    }

    /// It has claimed nothing: somebody else is at it.
    record Waits(Rival rival) implements Turn {}
}
