package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that the newest value of a column of dates or moments is not old: at the end of the partition's window, or now
/// where that is earlier or there is none. A date counts as the start of its day, and what has no zone as UTC.
@Documented
@Repeatable(Fresh.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Fresh {

    /// The column.
    String column();

    /// How old its newest value may be, such as `6h`.
    String within();

    /// The name of the check; by default `fresh_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        Fresh[] value();
    }
}
