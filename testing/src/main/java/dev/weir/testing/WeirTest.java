package dev.weir.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a class of tests whose methods may take a [TestProject]: a new one for each test, made of these classes, or, where
/// none is named, of all classes that declare assets in the package of the test.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(WeirExtension.class)
public @interface WeirTest {

    /// The classes that declare assets, checks and resources.
    Class<?>[] value() default {};
}
