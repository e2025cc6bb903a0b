package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says more about an input than a parameter's name can: another name, another mapping of partitions.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface From {

    /// The key of the asset, or its last segment where that is unique; by default the parameter's name.
    String value() default "";

    /// Which partitions of it are read.
    Mapping mapping() default Mapping.DERIVED;
}
