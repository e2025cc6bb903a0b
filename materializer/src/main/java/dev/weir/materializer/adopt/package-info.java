/// Letting what is published count as made by the code and configuration of now, without computing it again.
///
/// Start at [Adopting]. What somebody accepted stands on the version itself, with the reason and what it was made by.
@NullMarked
package dev.weir.materializer.adopt;

import org.jspecify.annotations.NullMarked;
