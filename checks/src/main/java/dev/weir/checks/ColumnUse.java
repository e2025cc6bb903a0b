package dev.weir.checks;

import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;

/// A column that a ready-made check looks at, and what has to be in it.
public record ColumnUse(String column, Kind kind) {

    /// What a check can be made of.
    public enum Kind {
        ANYTHING("anything"),
        NUMBERS("numbers"),
        TEXT("text"),
        MOMENTS("dates or moments");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// As a sentence names it.
        public String words() {
            return words;
        }

        public boolean fits(ColumnType type) {
            return switch (this) {
                case ANYTHING -> true;
                case NUMBERS -> type.isNumeric();
                case TEXT -> type == Plain.STRING;
                case MOMENTS -> type == Plain.DATE || type == Plain.DATE_TIME || type == Plain.INSTANT;
            };
        }
    }
}
