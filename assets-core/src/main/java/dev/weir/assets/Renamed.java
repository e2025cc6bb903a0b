package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Beside [Asset]: the asset had another key before. Its versions, what they were made of and what read them are the asset's
/// under its new key, and nothing is computed because of the name.
///
/// The annotation stays: what reads the asset is compared under the old key.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Renamed {

    /// The whole key that the asset had, such as `warehouse/raw_orders`; of one that was renamed several times all keys, the
    /// newest first.
    String[] from();
}
