package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What the page about problems says of one code.
///
/// @param text the section without its heading, in Markdown, with links as they stand on the page
record Explanation(ProblemCode code, String text) {
    private static final String PAGE = "problems.md";

    /// Reads the section from the page, which every Weir carries with it.
    static Explanation of(ProblemCode code) {
        String page = page();
        String heading = "\n### " + code + "\n";
        int at = page.indexOf(heading);
        if (at < 0) {
            throw new IllegalStateException(PAGE + " says nothing about " + code);
        }
        int start = at + heading.length();
        int end = page.indexOf("\n##", start);
        return new Explanation(code, page.substring(start, end < 0 ? page.length() : end).strip());
    }

    /// The sentence that says what the code means.
    String inShort() {
        String paragraph = text.split("\n\n", 2)[0].replace('\n', ' ').replaceFirst("^Exit [0-9]+\\. ", "");
        int end = paragraph.indexOf(". ");
        return end < 0 ? paragraph : paragraph.substring(0, end + 1);
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(Explanation.class.getResourceAsStream(PAGE), PAGE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
