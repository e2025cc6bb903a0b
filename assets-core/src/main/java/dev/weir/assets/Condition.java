package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a condition, which assets of the same class name with [When]. The method gives a [Decision] or a boolean.
///
/// Its parameters are those an asset may take, except [Staging] and [Previous]. What it reads becomes an input of each
/// asset that names it, for the same partition.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Condition {

    /// What holds, in a few words; by default the first sentence of the method's documentation.
    String value() default "";
}
