package dev.weir.materializer.why;

/// How an asset partition stands, as people ask for it.
public enum Standing {
    UP_TO_DATE("is up to date"),
    /// It was rolled back, and stays as it is until it is released.
    HELD("is held"),
    /// There is a version, and it would be made of something else now.
    STALE("is stale"),
    /// It is up to date as long as its inputs come out as they were.
    UNDECIDED("is stale unless its inputs come out equal"),
    /// There is no version.
    MISSING("is missing"),
    /// The version stays, and a check that changed is to be run on it.
    UNCHECKED("is up to date and to be checked"),
    /// A condition did not hold, its own or that of something it reads.
    SKIPPED("is skipped"),
    /// It is missing or stale, and cannot be computed.
    BLOCKED("is blocked");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /// What is said after the name.
    public String words() {
        return words;
    }
}
