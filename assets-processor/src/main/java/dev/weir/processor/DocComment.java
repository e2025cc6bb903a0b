package dev.weir.processor;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first sentence of a documentation comment, without its markup.
final class DocComment {

    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\]\\[]+)](\\[[^\\]]*])?");
    private static final Pattern HTML = Pattern.compile("</?\\w+[^>]*>");
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s|\\n\\s*\\n|(?m)^\\s*@\\w");

    private DocComment() {}

    static Optional<String> firstSentence(@Nullable String comment) {
        if (comment == null) {
            return Optional.empty();
        }
        String first = END.split(comment.strip(), 2)[0];
        String plain = INLINE_TAG.matcher(first).replaceAll("$1");
        plain = REFERENCE.matcher(plain).replaceAll("$1");
        plain = HTML.matcher(plain).replaceAll("").replace("`", "");
        return Optional.of(plain.replaceAll("\\s+", " ").strip()).filter(text -> !text.isEmpty());
    }
}
