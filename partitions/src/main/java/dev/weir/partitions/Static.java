package dev.weir.partitions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One partition for each of these keys, in this order, on an asset's method, on its class for all its methods, or on an
/// annotation of one's own that several classes share. Keys may be added, taken away and reordered: what is published
/// under a key stays.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Static {

    /// The keys, such as `jfk`.
    String[] value();
}
