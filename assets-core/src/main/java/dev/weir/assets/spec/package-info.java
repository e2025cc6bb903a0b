/// What an asset is once its declaration has been read: key, inputs, output, partitions, defaults.
///
/// Start at [AssetSpec]. Immutable values; annotations and class files are out of sight here.
@NullMarked
package dev.weir.assets.spec;

import org.jspecify.annotations.NullMarked;
