package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that every value of a column that is not null is one of a list. Values are compared as text: `"3"`, `"true"`.
@Documented
@Repeatable(AcceptedValues.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface AcceptedValues {

    /// The column.
    String column();

    /// The values it may have.
    String[] value() default {};

    /// An enum whose constants are accepted as well.
    Class<? extends Enum<?>>[] of() default {};

    /// The name of the check; by default `accepted_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        AcceptedValues[] value();
    }
}
