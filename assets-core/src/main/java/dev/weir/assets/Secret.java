package dev.weir.assets;

/// A value that must not be seen. It prints as `***` everywhere; only [#reveal] gives it out.
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The value itself, for the one call that needs it.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
