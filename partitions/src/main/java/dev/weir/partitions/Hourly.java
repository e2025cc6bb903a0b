package dev.weir.partitions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One partition an hour of the local clock, on an asset's method, on its class for all its methods, or on an annotation of one's own that
/// several classes share.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Hourly {

    /// The local date of the first hour, such as `2013-01-01`.
    String start();

    /// The local date at which the partitions end, exclusive; without it they go on.
    String end() default "";

    /// The zone whose calendar is meant, such as `America/New_York`.
    String zone() default "UTC";
}
