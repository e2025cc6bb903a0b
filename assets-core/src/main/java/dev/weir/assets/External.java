package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Beside [Asset]: the asset stands for data that somebody else keeps. Weir looks at it whenever it plans, and what reads it is
/// stale when it has changed.
///
/// The method gives a `Path`, where a file or a folder lies: its bytes count. Or it gives a small value that is another when
/// the data is: an ETag ([WebVersion]), the answer to a query, a version of one's own. It takes no asset.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface External {}
