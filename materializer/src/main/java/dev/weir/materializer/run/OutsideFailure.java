package dev.weir.materializer.run;

/// What a step did outside of this process has failed.
public final class OutsideFailure extends Exception {

    private final Again again;

    /// Whether trying again may help.
    public enum Again {
        MAY_HELP,
        IS_IN_VAIN
    }

    /// @param message in the words in which people are told
    public OutsideFailure(String message, Again again) {
        super(message);
        this.again = again;
    }

    Again again() {
        return again;
    }
}
