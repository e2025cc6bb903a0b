package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that the sum of a column lies between two bounds, both included.
@Documented
@Repeatable(Sum.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Sum {

    /// The column.
    String column();

    /// The least sum allowed.
    double min() default Double.NEGATIVE_INFINITY;

    /// The greatest sum allowed.
    double max() default Double.POSITIVE_INFINITY;

    /// The name of the check; by default `sum_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        Sum[] value();
    }
}
