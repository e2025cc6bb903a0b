package dev.weir.cli.command;

import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.materializer.diff.ColumnProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the columns of two tables are filled, side by side: `1 → 2` where they differ.
record ProfileTable(List<ColumnProfile> before, List<ColumnProfile> after) {
    private static final MathContext DIGITS = new MathContext(6);

    void print(Screen screen) {
        TextTable table = TextTable.of("column", "nulls", "distinct", "min", "max", "mean");
        pairs().forEach((column, pair) -> table.row(
                TextTable.cell(pair.isSame() ? Style.DIM : Style.BOLD, column),
                pair.cell(ColumnProfile::nulls),
                pair.cell(ColumnProfile::distinct),
                pair.cell(ColumnProfile::min),
                pair.cell(ColumnProfile::max),
                pair.cell(profile -> rounded(profile.mean()))));
        table.print(screen);
    }

    // Least and greatest are values that stand there; a mean is not, and has more digits than anybody reads.
    private static @Nullable Object rounded(@Nullable Object mean) {
        return mean instanceof Double number && Double.isFinite(number)
                ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
                : mean;
    }

    private Map<String, Pair> pairs() {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        before.forEach(profile -> pairs.put(profile.column(), new Pair(profile, null)));
        for (ColumnProfile profile : after) {
            Pair pair = pairs.get(profile.column());
            pairs.put(profile.column(), new Pair(pair == null ? null : pair.before, profile));
        }
        return pairs;
    }

    private interface Figure {
        @Nullable Object of(ColumnProfile profile);
    }

    private record Pair(@Nullable ColumnProfile before, @Nullable ColumnProfile after) {
        boolean isSame() {
            return before != null && after != null && before.isAs(after);
        }

        String cell(Figure figure) {
            String was = before == null ? "" : text(figure.of(before));
            String is = after == null ? "" : text(figure.of(after));
            if (before == null || after == null || Objects.equals(was, is)) {
                return was.isEmpty() ? is : was;
            }
            return was + " → " + is;
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Long count -> Quantity.count(count);
                default -> TableDiffText.shown(value);
            };
        }
    }
}
