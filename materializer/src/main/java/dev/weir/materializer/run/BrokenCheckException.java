package dev.weir.materializer.run;

/// The method of a check threw, so there is no verdict; the cause says what.
public final class BrokenCheckException extends Exception {
    private final String check;
    private final Throwable thrown;

    /// @param check its name
    public BrokenCheckException(String check, Throwable thrown) {
        super("check %s threw %s".formatted(check, thrown), thrown);
        this.check = check;
        this.thrown = thrown;
    }

    String check() {
        return check;
    }

    Throwable thrown() {
        return thrown;
    }
}
