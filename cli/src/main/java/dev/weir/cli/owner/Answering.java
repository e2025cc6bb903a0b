package dev.weir.cli.owner;

import java.io.OutputStream;

/// Answers the commands of other processes. Threads share it.
@FunctionalInterface
public interface Answering {

    /// Does what a request asks for, in the calling thread, which nobody else uses.
    ///
    /// @return the exit status
    int answer(Request request, Asker asker);

    /// Who asked, as the command sees it.
    interface Asker {

        /// What it prints as its standard output.
        OutputStream out();

        /// What it prints as its standard error.
        OutputStream err();

        /// From now on the command writes: it can no longer simply be done again elsewhere.
        void writes();

        /// Does this once when nobody waits for the answer any more.
        void whenGone(Runnable action);
    }
}
