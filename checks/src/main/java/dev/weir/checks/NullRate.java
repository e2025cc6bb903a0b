package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that null is rare in a column.
@Documented
@Repeatable(NullRate.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface NullRate {

    /// The column.
    String column();

    /// The share of the rows that may have null there, from 0 to 1.
    double max();

    /// The name of the check; by default `null_rate_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        NullRate[] value();
    }
}
