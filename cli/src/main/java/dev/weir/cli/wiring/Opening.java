package dev.weir.cli.wiring;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.owner.Conversation;
import dev.weir.cli.owner.OwnedElsewhere;
import dev.weir.metadata.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Opens an embedded database, or finds who has it open.
final class Opening {

    /// For a process that has it and does not listen: it has just opened it, or is about to end.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long LOOK_EVERY_MILLIS = 20;

    private Opening() {}

    /// @throws OwnedElsewhere if another process has it, and answers
    /// @throws WeirException if it cannot be had
    static Database patient(Path state, Path folder, String project, Databases.Waiting waiting) {
        long until = System.nanoTime()
                + switch (waiting) {
                    case A_WHILE -> PATIENCE.toNanos();
                    case NOT_AT_ALL -> 0;
                };
        while (true) {
            try {
                return Database.open(folder, project);
            } catch (WeirException failure) {
                if (failure.problems().getFirst().code() != ProblemCode.DATABASE_IN_USE) {
                    throw failure;
                }
                Optional<Conversation> owner = Conversation.with(state);
                if (owner.isPresent()) {
                    throw new OwnedElsewhere(owner.get());
                }
                if (System.nanoTime() >= until || !paused()) {
                    throw failure;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
