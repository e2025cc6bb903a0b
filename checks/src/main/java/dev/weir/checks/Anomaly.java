package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that a number is no outlier among those of earlier versions: it lies within a multiple of the median absolute
/// deviation from their median. For a partition they are those of the partitions before it, else of the versions before.
/// While they are too few, it passes and says so.
@Documented
@Repeatable(Anomaly.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Anomaly {

    /// The number: of rows, or of what a column holds.
    Metric.Function of() default Metric.Function.ROWS;

    /// The column it is made of.
    String column() default "";

    /// At most so many earlier versions are looked at.
    int history() default 30;

    /// Every how manieth of them counts: 7 compares a Monday with Mondays.
    int season() default 1;

    /// With fewer than these, the check passes.
    int minimum() default 8;

    /// How many scaled median absolute deviations are too far; they equal standard deviations where all is normal.
    double deviations() default 3.5;

    /// The name of the check; by default `anomaly_` and the number.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        Anomaly[] value();
    }
}
