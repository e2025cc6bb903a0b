package dev.weir.metadata;

import org.jspecify.annotations.Nullable;

/// Words of users and of their code, as both databases can hold them.
final class Text {

    private Text() {}

    /// PostgreSQL refuses a NUL in a text, and a message that cannot be recorded would keep a run from ending.
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /// Nothing rather than an empty text: most rows have none.
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : storable(text);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
