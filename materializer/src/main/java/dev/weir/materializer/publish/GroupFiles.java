package dev.weir.materializer.publish;

/// The files of a commit group: everything that has to be on disk before the commit, and what is noted there after it.
public interface GroupFiles {

    /// Makes the files of the group durable under their final names, which nobody reads before the commit. When this
    /// returns, the commit may follow at any time, also after a crash. May be called again for the same group.
    void prepare(CommitGroup group);

    /// The group is committed: its manifest is filed as confirmed.
    void committed(CommitGroup group, CommitOutcome.Committed outcome);

    /// The store refused the group for certain. What was prepared for it goes at the latest when the run has ended,
    /// except files a kept version shares; what is still staged may be prepared again in another group.
    void abandon(CommitGroup group);

    /// No files at all, where no step has any.
    GroupFiles NONE = new GroupFiles() {
        @Override
        public void prepare(CommitGroup group) {}

        @Override
        public void committed(CommitGroup group, CommitOutcome.Committed outcome) {}

        @Override
        public void abandon(CommitGroup group) {}
    };
}
