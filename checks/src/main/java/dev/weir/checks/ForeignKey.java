package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that what columns hold occurs in another asset: in its current version, or where the checked asset reads it, in
/// the version that it read. A row with null in one of the columns refers to nothing.
@Documented
@Repeatable(ForeignKey.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface ForeignKey {

    /// The column, or several that refer together.
    String[] column();

    /// The asset they refer to.
    String asset();

    /// The columns there; by default those of the same names.
    String[] key() default {};

    /// The name of the check; by default `foreign_key_` and the columns.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        ForeignKey[] value();
    }
}
