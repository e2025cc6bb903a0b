package dev.weir.materializer.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers with a fixed number of digits.
final class Decimals {

    private Decimals() {}

    /// The same number with just the digits after the point that its column has.
    ///
    /// @throws UnfitValueException if it has more digits than the column
    static BigDecimal fitted(BigDecimal value, int precision, int scale, String column) {
        // Most have just that scale.
        if (value.scale() == scale && value.precision() <= precision) {
            return value;
        }
        boolean exact = value.stripTrailingZeros().scale() <= scale;
        BigDecimal fitted = value.setScale(scale, RoundingMode.DOWN);
        if (!exact || fitted.precision() > precision) {
            throw new UnfitValueException(
                    "Column %s is DECIMAL(%d,%d), and %s has more digits: round it, or declare more in its @Decimal"
                            .formatted(column, precision, scale, value.toPlainString()));
        }
        return fitted;
    }
}
