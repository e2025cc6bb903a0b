package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that the mean of a column, without nulls, lies between two bounds, both included.
@Documented
@Repeatable(Mean.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Mean {

    /// The column.
    String column();

    /// The least mean allowed.
    double min() default Double.NEGATIVE_INFINITY;

    /// The greatest mean allowed.
    double max() default Double.POSITIVE_INFINITY;

    /// The name of the check; by default `mean_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        Mean[] value();
    }
}
