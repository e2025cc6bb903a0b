package dev.weir.cli.fuzz;

import dev.weir.cli.server.Served;
import dev.weir.cli.wiring.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A small project, materialized and served, for targets that ask about one.
final class Shop {

    static final Shop OF_PROCESS = new Shop();

    private final Served served;

    private Shop() {
        try {
            served = Served.in(Memory.folder());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Workspace workspace() {
        return served.workspace();
    }

    Served served() {
        return served;
    }
}
