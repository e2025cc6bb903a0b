package dev.weir.materializer.project.source;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Leaves packages out of messages, as javac does on a terminal but not for a program: `String`, not `java.lang.String`.
final class SimpleNames {

    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.)+([A-Z]\\w*)");

    private SimpleNames() {}

    /// The message itself if two types would then be called alike.
    static String in(String message) {
        Map<String, String> types = new HashMap<>();
        boolean isClear = QUALIFIED
                .matcher(message)
                .results()
                .allMatch(name -> types.merge(name.group(1), name.group(), (first, second) ->
                                first.equals(second) ? first : "")
                        .equals(name.group()));
        return isClear ? QUALIFIED.matcher(message).replaceAll("$1") : message;
    }
}
