package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a parameter as the asset itself as it was before: of a calendar the partition before, otherwise the version that
/// is current. The first time a table, a list or a stream is empty, an `Optional` too, and anything else is null.
///
/// Partitions are computed one after the other, and one that is missing brings those before it along. What was published
/// before never makes what comes after it stale.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Previous {}
