package dev.weir.assets;

import java.util.Locale;

/// What a [Condition] says: whether it holds, and why. Immutable.
///
/// @param why a few words with what was compared, shown wherever the skip is; may be empty
public record Decision(boolean holds, String why) {

    /// @param why a format as of [String#format], with what was compared
    public static Decision of(boolean holds, String why, Object... arguments) {
        return new Decision(holds, arguments.length == 0 ? why : String.format(Locale.ROOT, why, arguments));
    }
}
