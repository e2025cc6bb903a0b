package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares several assets that one call of a method makes. The method gives a record of the author's, and each component
/// of it is one asset: `Split(Table<Trip> train, Table<Trip> test)` declares `train` and `test`.
///
/// What is said of one of them stands on its component: [Asset] with a name, a description, owners, tags and kinds, and the
/// checks of it. What holds for the call stands here. All of them read what the method reads and have its partitions, each is
/// a version of its own, and those of one call are published together, or none of them is.
///
/// A method that takes a [Wanted] can make some without the others; any other makes all of them whenever one is needed.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MultiAsset {

    /// What to do when the method throws, as in [Asset#retry].
    Retry[] retry() default {};

    /// How long one attempt may take, as in [Asset#timeout].
    String timeout() default "";

    /// A pool of weir.yaml, as in [Asset#pool].
    String pool() default "";

    /// Which old versions of all of them are kept, as in [Asset#keep].
    String keep() default "";

    /// Replaces the digest of the code by a version of the author's own.
    String codeVersion() default "";

    /// Assets that must be up to date first although the method does not read them.
    String[] after() default {};
}
