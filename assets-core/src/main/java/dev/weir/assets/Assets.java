package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the assets of one class share. Optional: a class with an [Asset] method needs no other mark.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Assets {

    /// The group of the assets of this class.
    String group() default "";

    /// Who looks after them.
    String[] owners() default {};

    /// Comes before each key of this class, such as `warehouse/raw`.
    String prefix() default "";

    /// Labels for all of them.
    String[] tags() default {};

    /// What to do when a method throws, unless its own asset says otherwise.
    Retry[] retry() default {};

    /// How long one attempt may take, unless the asset says otherwise.
    String timeout() default "";

    /// The pool in which they run, unless the asset says otherwise.
    String pool() default "";

    /// Which old versions of them are kept, unless the asset says otherwise.
    String keep() default "";
}
