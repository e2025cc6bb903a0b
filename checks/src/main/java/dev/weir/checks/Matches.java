package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that every value of a column that is not null matches a regular expression as a whole. Patterns are those of RE2,
/// which knows neither look-around nor back-references.
@Documented
@Repeatable(Matches.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Matches {

    /// The column.
    String column();

    /// The pattern: `[A-Z]{3}`.
    String value();

    /// The name of the check; by default `matches_` and the column.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        Matches[] value();
    }
}
