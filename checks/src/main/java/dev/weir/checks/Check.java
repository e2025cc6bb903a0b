package dev.weir.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a check: a method that looks at an asset before it is published and returns a [CheckResult], several of them
/// with [names][CheckResult#named(String)] in a list, or a boolean. It is about its only asset parameter, or the one that [#asset] names; it may read others, at the versions the asset
/// itself read or, for assets it did not read, the current ones.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Check {

    /// What holds when the check passes, in a few words.
    String value() default "";

    /// The name; by default the method's in snake_case.
    String name() default "";

    /// The asset it is about, where the method takes several.
    String asset() default "";

    CheckSeverity severity() default CheckSeverity.ERROR;
}
