package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What to do when an asset's method throws: try again, after a pause that grows.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Retry {

    /// How many times to try again after the first attempt.
    int max();

    /// The pause before the first retry, such as `30s`.
    String delay() default "1s";

    /// How the pause grows.
    Backoff backoff() default Backoff.EXPONENTIAL;

    /// By how much each pause may differ at random, as a share of it: 0.1 is ten per cent either way.
    double jitter() default 0.1;
}
