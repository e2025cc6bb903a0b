package dev.weir.assets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says how many digits the `BigDecimal`s of a record's component have, whether it is one, or a list or a map of them.
///
/// ```java
/// record Invoice(String customer, @Decimal(precision = 12, scale = 2) BigDecimal amount) {}
/// ```
///
/// A number with fewer digits after the point is kept with zeros; one with more fails, because Weir does not round.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Decimal {

    /// How many digits there are in all, at most 38. Up to 18 DuckDB is quickest.
    int precision() default 18;

    /// How many of them stand after the point.
    int scale();
}
