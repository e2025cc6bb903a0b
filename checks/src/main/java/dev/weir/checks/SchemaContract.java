package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Checks that the columns differ from those of the version before by no more than a level allows. Where there was no version,
/// it passes.
@Documented
@Repeatable(SchemaContract.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface SchemaContract {

    /// What may change.
    SchemaLevel value();

    /// The name of the check; by default `schema_contract`.
    String name() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;

    /// Several of them on one asset.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
    @interface All {
        SchemaContract[] value();
    }
}
