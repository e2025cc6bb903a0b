/// What generated code implements and calls. Nobody else needs this package.
///
/// Start at [AssetModule]: one per class that declares assets, written by the annotation processor.
@NullMarked
package dev.weir.assets.generated;

import org.jspecify.annotations.NullMarked;
