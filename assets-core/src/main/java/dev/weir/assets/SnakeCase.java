package dev.weir.assets;

import java.util.Locale;

/// How names in Java become names of data: the method `dailyDelays` declares the asset `daily_delays`, the record
/// component `depDelay` is the column `dep_delay`.
///
/// A word starts at a capital. A run of capitals is one word, up to the capital that starts the next one; digits start
/// none: `gpsURL2` is `gps_url2`, `URLParser` is `url_parser`. Two Java names may meet in one (`rawURL`, `rawUrl`);
/// that is for the graph to find.
public final class SnakeCase {

    private SnakeCase() {}

    /// The name in snake_case. What is no letter or digit stays, so the result of a strange name (`größe`, `a$b`) is
    /// not always a valid segment of a key.
    public static String of(String javaName) {
        StringBuilder words = new StringBuilder(javaName.length() + 4);
        for (int i = 0; i < javaName.length(); i++) {
            if (i > 0 && startsWord(javaName, i)) {
                words.append('_');
            }
            words.append(javaName.charAt(i));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int at) {
        char before = name.charAt(at - 1);
        if (!Character.isUpperCase(name.charAt(at)) || before == '_') {
            return false;
        }
        boolean endsRun = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return !Character.isUpperCase(before) || endsRun;
    }
}
