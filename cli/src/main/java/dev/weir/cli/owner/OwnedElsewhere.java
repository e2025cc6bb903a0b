package dev.weir.cli.owner;

/// The database belongs to another process, which is there to answer in this one's stead.
public final class OwnedElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Conversation conversation;

    public OwnedElsewhere(Conversation conversation) {
        super("Another process answers", null, false, false);
        this.conversation = conversation;
    }

    /// With that process; to be closed by who catches this.
    public Conversation conversation() {
        return conversation;
    }
}
