package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Beside [Asset] and [Query]: the asset keeps no rows of its own. Whoever reads it evaluates the query, over exactly the
/// files that were there when it was published, after its checks.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface View {}
