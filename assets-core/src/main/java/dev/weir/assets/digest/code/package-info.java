/// What the code of an asset is at: its method and all user code it reaches, without what a compiler adds for debuggers or
/// numbers by chance.
///
/// Start at [CodeDigests]. A [Unit] is a piece of code that others refer to; [Units] reads what it holds and refers to, and
/// [ReachDigests] digests it together with all it reaches. Nothing here loads a class.
@NullMarked
package dev.weir.assets.digest.code;

import org.jspecify.annotations.NullMarked;
