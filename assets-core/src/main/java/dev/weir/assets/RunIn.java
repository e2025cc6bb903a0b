package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says where an asset's method runs; on a class, where those of all its assets do that say nothing themselves. It changes
/// nothing about what is computed, and nothing is computed again because of it.
///
/// The method of an asset that runs in its own process is called there with its inputs, and stages its result there. Checks
/// and publishing stay in Weir's process, so that nothing of a process that ended early is ever read.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RunIn {

    Where value();

    /// The most memory the Java heap of the process takes, such as `512m` or `4g`; by default what the JVM thinks fit.
    String heap() default "";

    /// Variables of the environment besides those that Weir's process has, such as `MODE=fast`.
    String[] environment() default {};

    /// The working folder of the process, from the project's folder; by default that.
    String folder() default "";

    /// Further options of the JVM, such as `-XX:+UseG1GC`.
    String[] jvm() default {};
}
