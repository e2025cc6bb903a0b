package dev.weir.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The moment at which a test happens, such as `2024-01-16T03:00:00Z`; on a method it goes before that on the class. Where
/// nothing is said, the clock of a test stands at the moment at which it began.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface At {
    String value();
}
