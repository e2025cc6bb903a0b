package dev.weir.lineageui.api;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.run.Origin;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.version.RunId;
import java.util.List;
import java.util.Optional;

/// Starts runs in the process that serves, as `weir materialize` does, and cancels them. Threads may share it.
public interface Launcher {

    /// Starts what is missing or out of date of what is asked for, or lets it wait as long as another run is at some of that.
    /// Returns as soon as the run is recorded; of two calls with one key the second finds the run of the first, in whichever process that is or was.
    ///
    /// @throws WeirException if it cannot be planned, or the key stands for something else
    Launched launch(Launch launch);

    /// The run that a queued one waits for, if that is known.
    Optional<RunId> waitsFor(RunId run);

    /// Ends a run as Ctrl-C does, also one that is queued; returns before it has ended.
    ///
    /// @throws WeirException if it has ended, or is another process's
    void cancel(Run run);

    /// What somebody asks for, and who.
    ///
    /// @param planned the digest of the definitions by which it was planned before, if that was seen
    record Launch(PlanBody body, Origin origin, Optional<String> planned) {}

    /// What has come of it.
    sealed interface Launched {
        /// @param notes what the request did not reach
        record Begun(RunId run, int plannedSteps, List<String> notes) implements Launched {
            public Begun {
                notes = List.copyOf(notes);
            }
        }

        /// It waits until another run has ended that is at some of the same.
        record Queued(RunId run, int plannedSteps, List<String> notes, Optional<RunId> waitsFor) implements Launched {
            public Queued {
                notes = List.copyOf(notes);
            }
        }

        /// The key was used before, for just this.
        record Before(Run run) implements Launched {}

        /// All of it is up to date.
        record NothingToDo(List<String> notes) implements Launched {
            public NothingToDo {
                notes = List.copyOf(notes);
            }
        }
    }
}
