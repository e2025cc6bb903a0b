package dev.weir.materializer.publish;

/// What is noted of a changeset beside the database, so that the pointers can be told when that is lost.
public interface ChangesetFiles {

    /// Notes durably what is going to move. Until the intent is closed, no recovery takes it for one of a dead process.
    Intent announce(Changeset changeset);

    /// A changeset that was noted, and whose outcome is not.
    interface Intent extends AutoCloseable {

        /// It has moved, and outside readers have been shown.
        void confirm(long firstSequence);

        /// It was refused for certain.
        void withdraw();

        /// Leaves what was neither confirmed nor withdrawn to recovery.
        @Override
        void close();
    }
}
