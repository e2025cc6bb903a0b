package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Puts rows aside that fail a check which looks at single rows, and publishes the rest: [NotNull], [AcceptedValues],
/// [Range], [Matches] and [ForeignKey] with severity ERROR. All other checks see the rest.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Quarantine {

    /// The share of the rows that may be put aside, from 0 to 1. With more, the version is rejected as a whole.
    double max() default 1;

    /// The names of the checks whose rows are put aside; all that can be if left empty.
    String[] checks() default {};
}
