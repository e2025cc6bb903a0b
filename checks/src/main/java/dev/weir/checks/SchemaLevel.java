package dev.weir.checks;

/// What may change in the columns from one version to the next.
public enum SchemaLevel {
    /// Nothing: the same columns in the same order, of the same types.
    EXACT("the columns stay as they are"),
    /// Columns may be added; those that were there keep their types.
    ADDITIVE("columns are only added"),
    /// What was written before can be read with the columns of now: those that were added may be null, types became no
    /// narrower; columns may go.
    BACKWARD("earlier versions can be read with these columns");

    private final String words;

    SchemaLevel(String words) {
        this.words = words;
    }

    /// What holds when the contract is kept.
    public String words() {
        return words;
    }
}
