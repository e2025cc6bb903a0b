package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a parameter as configuration: a record whose components come from `config:` in weir.yaml, from `--config`, or
/// from their [Default]. A changed value makes the asset stale.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Config {

    /// The name under `config:` in weir.yaml; by default the parameter's name in snake_case.
    String value() default "";
}
