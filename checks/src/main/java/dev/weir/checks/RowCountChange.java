package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that the number of rows is near that of what came before: for a partition the partitions before it, else the
/// versions before. Where there is nothing to compare with, it passes and says so.
@Documented
@Repeatable(RowCountChange.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface RowCountChange {

    /// The share of the rows that may be missing: with 0.5 half of them.
    double maxDrop() default 1;

    /// The share of the rows that may have come: with 1 twice as many.
    double maxGrowth() default Double.POSITIVE_INFINITY;

    /// Compares with the median of so many; 1 is the last one alone.
    int versions() default 1;

    /// The name of the check; by default `row_count_change`.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        RowCountChange[] value();
    }
}
