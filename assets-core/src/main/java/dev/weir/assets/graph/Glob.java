package dev.weir.assets.graph;

/// Text with `*` for any text, `/` included.
///
/// @param pattern at least the parts between the stars must occur, in order
record Glob(String pattern) {

    /// In time proportional to both lengths multiplied, whatever the pattern: only the last star is ever widened.
    boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starText = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
