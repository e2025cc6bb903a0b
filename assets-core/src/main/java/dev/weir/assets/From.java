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

    /// Every asset whose key matches, in place of a name: `features/*`, where `*` is any text. The parameter is a
    /// `Map<AssetKey, V>` in the order of the keys. What matches is found when the project is loaded.
    String pattern() default "";

    /// Whether the pattern may match nothing; then the map is empty.
    boolean optional() default false;

    /// Whether the asset is added by an [AssetProvider] when the project is loaded, so that javac cannot know it.
    boolean provided() default false;

    /// Which partitions of it are read. At most one of this and the elements below may be given.
    Mapping mapping() default Mapping.DERIVED;

    /// So many partitions in a row: what the partition itself reads and what those before it read. `7` of days is this day
    /// and the six before.
    int trailing() default 0;

    /// What the partition so many before (`-1`) or after (`1`) reads.
    int offset() default 0;

    /// These partitions and no others, by key.
    String[] partition() default {};

    /// Whether every complete partition must be there where all are read.
    Require require() default Require.EXISTING;
}
