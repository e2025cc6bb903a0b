package dev.weir.materializer.value;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The little that Weir needs to know of a statement's text without parsing it, and the quoting of what goes into one.
final class SqlText {

    private final String sql;
    private int at;

    private SqlText(String sql) {
        this.sql = sql;
    }

    /// A name, whatever it contains.
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A piece of text, whatever it contains.
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /// The words and quoted names of a text, in lower case: among them is every table that it reads.
    static Set<String> names(String sql) {
        SqlText text = new SqlText(sql);
        Set<String> names = new HashSet<>();
        for (String token = text.next(); !token.isEmpty(); token = text.next()) {
            if (token.equals("\"")) {
                int open = sql.lastIndexOf('"', text.at - 2);
                names.add(sql.substring(open + 1, text.at - 1).toLowerCase(Locale.ROOT));
            } else {
                names.add(token);
            }
        }
        return names;
    }

    /// Whether the outermost select has an `order by`, so that the order of its rows means something.
    static boolean isOrdered(String sql) {
        SqlText text = new SqlText(sql);
        int depth = 0;
        boolean afterOrder = false;
        for (String token = text.next(); !token.isEmpty(); token = text.next()) {
            if (token.equals("(") || token.equals("[")) {
                depth++;
            } else if (token.equals(")") || token.equals("]")) {
                depth--;
            } else if (depth == 0 && afterOrder && token.equals("by")) {
                return true;
            }
            afterOrder = token.equals("order");
        }
        return false;
    }

    /// The one statement of a text, without the semicolon that may end it.
    ///
    /// @throws IllegalArgumentException if there is more than one
    static String singleStatement(String sql) {
        SqlText text = new SqlText(sql);
        int end = -1;
        for (String token = text.next(); !token.isEmpty(); token = text.next()) {
            if (token.equals(";")) {
                end = end < 0 ? text.at - 1 : end;
            } else if (end >= 0) {
                throw new IllegalArgumentException(
                        "A query is one statement; this one goes on after its first semicolon:%n%s".formatted(sql));
            }
        }
        return end < 0 ? sql : sql.substring(0, end) + sql.substring(end + 1).replace(";", "");
    }

    /// The next word in lower case, the next sign, or a quote for what is quoted; empty at the end. Comments are blank.
    private String next() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                int newline = sql.indexOf('\n', at);
                at = newline < 0 ? sql.length() : newline;
            } else if (sql.startsWith("/*", at)) {
                skipBlockComment();
            } else if (c == '\'' || c == '"') {
                skipTo(c, false);
                return String.valueOf(c);
            } else if (c == '$' && skipDollarQuoted()) {
                return "$";
            } else if (Character.isJavaIdentifierStart(c)) {
                return word();
            } else {
                at++;
                return String.valueOf(c);
            }
        }
        return "";
    }

    private String word() {
        int start = at;
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.equals("e") && at < sql.length() && sql.charAt(at) == '\'') {
            skipTo('\'', true);
        }
        return word;
    }

    private void skipTo(char quote, boolean backslashEscapes) {
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\' && backslashEscapes) {
                at++;
            } else if (c == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    break;
                }
            }
        }
        at = Math.min(at + 1, sql.length());
    }

    private void skipBlockComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        at = Math.min(at, sql.length());
    }

    private boolean skipDollarQuoted() {
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && Character.isLetterOrDigit(sql.charAt(tagEnd))) {
            tagEnd++;
        }
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$' || Character.isDigit(sql.charAt(at + 1))) {
            return false;
        }
        String tag = sql.substring(at, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        at = close < 0 ? sql.length() : close + tag.length();
        return true;
    }
}
