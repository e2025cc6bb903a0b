package dev.weir.materializer.publish;

/// What lies in files before a group is committed, and what is noted there afterwards. Threads may share it.
///
/// A group is prepared, then committed. Where the outcome is unknown both may be repeated; where it was refused, nothing
/// is to be done: what the group left behind goes when its run has ended.
public interface GroupFiles {

    /// No files at all, as where every version is a small value.
    GroupFiles NONE = new GroupFiles() {
        @Override
        public void prepare(CommitGroup group) {}

        @Override
        public void confirm(CommitGroup group, CommitOutcome.Committed outcome) {}
    };

    /// Makes durable what the group's versions name. The commit may be sent when this returns.
    void prepare(CommitGroup group);

    /// Notes that the group was committed.
    void confirm(CommitGroup group, CommitOutcome.Committed outcome);
}
