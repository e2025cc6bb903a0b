package dev.weir.materializer.run;

import java.util.regex.Pattern;

/// What a caller calls a launch, so that asking for it twice starts it once. Of all runs of a store one at most has it.
public record LaunchKey(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public LaunchKey {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A launch key has 1 to 64 letters, digits and hyphens, as a UUID has, and not '%s'"
                            .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
