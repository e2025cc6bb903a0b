package dev.weir.assets.graph;

import static dev.weir.assets.problem.ProblemCode.MALFORMED_SELECTION;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The text of a selection and a place in it. Methods skip blanks first, except those whose name says that they touch
/// what was read before.
final class SelectionText {

    private static final List<String> OPERATORS = List.of("and", "or", "not");

    private final String text;
    private int at;

    SelectionText(String text) {
        this.text = text;
    }

    int position() {
        skipBlanks();
        return at;
    }

    boolean atEnd() {
        return position() == text.length();
    }

    boolean isAt(char c) {
        skipBlanks();
        return touches(c);
    }

    boolean touches(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean skip(char c) {
        boolean there = isAt(c);
        at += there ? 1 : 0;
        return there;
    }

    boolean skipOperator(String operator) {
        boolean there = position() < endOfOperator(operator);
        at = there ? endOfOperator(operator) : at;
        return there;
    }

    // -1 if it is not there; AND is as good as and.
    private int endOfOperator(String operator) {
        int end = at + operator.length();
        boolean there = text.startsWith(operator, at) || text.startsWith(operator.toUpperCase(Locale.ROOT), at);
        boolean whole = end >= text.length() || "()\"".indexOf(text.charAt(end)) >= 0 || isBlank(text.charAt(end));
        return there && whole ? end : -1;
    }

    /// The depth that `+` or `2+` in front asks for; 0 if there is neither.
    int depthBefore() {
        int start = position();
        skipWhile(SelectionText::isDigit);
        int endOfDigits = at;
        if (!touches('+')) {
            at = start;
            return 0;
        }
        at++;
        return depth(start, endOfDigits);
    }

    /// The depth that `+` or `+2` touching the end asks for; 0 if there is neither.
    int depthTouching() {
        if (!touches('+')) {
            return 0;
        }
        int start = ++at;
        skipWhile(SelectionText::isDigit);
        return depth(start, at);
    }

    // Nine digits fit; more are as good as any depth.
    private int depth(int start, int end) {
        return start == end || end - start > 9 ? AssetGraph.ANY_DEPTH : Integer.parseInt(text, start, end, 10);
    }

    /// The word before a `:`, both of which it skips.
    Optional<String> attribute() {
        int start = position();
        skipWhile(c -> (c >= 'a' && c <= 'z') || c == '_');
        if (at == start || !touches(':')) {
            at = start;
            return Optional.empty();
        }
        return Optional.of(text.substring(start, at++));
    }

    /// What stands for an asset: a key, a name, either with stars; not in quotes.
    String name() {
        for (String operator : OPERATORS) {
            if (position() < endOfOperator(operator)) {
                throw malformed("an asset is missing before '%s'".formatted(operator));
            }
        }
        int start = at;
        skipWhile(c -> Character.isLetterOrDigit(c) || "_-/*.".indexOf(c) >= 0);
        boolean ended = at == text.length() || "()+".indexOf(text.charAt(at)) >= 0 || isBlank(text.charAt(at));
        if (!ended) {
            throw malformed(insteadOf(text.charAt(at)));
        }
        if (at == start) {
            throw malformed("an asset is missing here");
        }
        return text.substring(start, at);
    }

    /// A value: up to a blank, `+` or parenthesis, and any text in quotes.
    String value() {
        StringBuilder value = new StringBuilder();
        int start = at;
        while (at < text.length() && "()+".indexOf(text.charAt(at)) < 0 && !isBlank(text.charAt(at))) {
            int quote = at;
            if (touches('"')) {
                at = text.indexOf('"', quote + 1);
                if (at < 0) {
                    throw malformedAt(quote, "this quote is not closed");
                }
                value.append(text, quote + 1, at++);
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at == start) {
            throw malformed("a value is missing here");
        }
        return value.toString();
    }

    void requireBlank() {
        boolean apart = isBlank(text.charAt(at - 1)) || text.charAt(at - 1) == ')' || touches('(');
        if (!apart) {
            throw malformed("a blank is missing here");
        }
    }

    WeirException malformed(String fact) {
        return malformedAt(at, fact);
    }

    WeirException malformedAt(int position, String fact) {
        String message = "The selection cannot be read: %s.".formatted(fact);
        return new WeirException(
                List.of(new Problem(MALFORMED_SELECTION, message, new Subject.OfText(text, position))));
    }

    private static String insteadOf(char c) {
        return switch (c) {
            case ',', '|' -> "write 'or', not '%s'".formatted(c);
            case '&' -> "write 'and', not '&'";
            case '!' -> "write 'not', not '!'";
            case '@' -> "a partition is chosen with --partition, not with '@'";
            default -> "'%s' cannot stand here".formatted(c);
        };
    }

    private void skipBlanks() {
        skipWhile(SelectionText::isBlank);
    }

    private void skipWhile(IntPredicate belongs) {
        while (at < text.length() && belongs.test(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
