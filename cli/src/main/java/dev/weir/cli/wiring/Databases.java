package dev.weir.cli.wiring;

import dev.weir.assets.problem.WeirException;
import dev.weir.cli.owner.OwnedElsewhere;
import dev.weir.materializer.run.PoolSlots;
import dev.weir.metadata.Database;
import java.nio.file.Path;

/// Opens embedded databases for commands.
public interface Databases {

    /// Each command opens its own and closes it.
    Databases OF_EACH_COMMAND = (state, folder, project, waiting) -> {
        Database database = Opening.patient(state, folder, project, waiting);
        return new Memory(database, Together.alone(), database::close);
    };

    /// What a command remembers with.
    ///
    /// @param giveBack to be called when it needs it no more
    record Memory(Database database, Together together, Runnable giveBack) {}

    /// What commands of one process on one project have in common besides.
    record Together(Turns turns, PoolSlots slots, RunsUnderWay runs) {

        /// Of nobody yet.
        static Together alone() {
            return new Together(new Turns(), new PoolSlots(), new RunsUnderWay());
        }
    }

    /// How long to wait for a database that another process has, without answering for it.
    enum Waiting {
        A_WHILE,
        NOT_AT_ALL
    }

    /// @param state the folder for the state of the project
    /// @param folder the database's, in that one
    /// @throws OwnedElsewhere if another process has it, and answers
    /// @throws WeirException if it cannot be had
    Memory open(Path state, Path folder, String project, Waiting waiting);
}
