package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets an asset run only if a condition holds. Otherwise the step is skipped, with its reason: no version is made, what
/// was published before stays current, and what has nothing else to read is skipped too.
///
/// The skip stands until the code, the configuration or an input of the asset or of its condition changes. Whoever goes on
/// without the asset takes it as an `Optional`.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface When {

    /// The name of a method of the same class that is marked with [Condition].
    String value();
}
