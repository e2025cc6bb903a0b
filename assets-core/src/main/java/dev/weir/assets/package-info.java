/// What an author writes: the annotations that declare assets and the values their methods take and give.
///
/// Start at [Asset] and [Table]. What the engine makes of a declaration is in `assets.spec`; the graph the declarations
/// form is in `assets.graph`. Nothing here does I/O.
@NullMarked
package dev.weir.assets;

import org.jspecify.annotations.NullMarked;
