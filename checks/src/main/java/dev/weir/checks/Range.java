package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that every value of a column that is not null lies between two bounds, both included.
@Documented
@Repeatable(Range.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Range {

    /// The column whose values are bounded.
    String column();

    /// The least value allowed.
    double min() default Double.NEGATIVE_INFINITY;

    /// The greatest value allowed.
    double max() default Double.POSITIVE_INFINITY;

    /// The name of the check, for a second one on the column; by default `range_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        Range[] value();
    }
}
