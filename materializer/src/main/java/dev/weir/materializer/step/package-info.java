/// Computes one step: reads its inputs, calls the author's code, stages what it gives, and checks that before anybody
/// else can read it.
///
/// Start at [AssetStepRunner]. When steps run is in `run`; how tables are read and written is in `value`.
@NullMarked
package dev.weir.materializer.step;

import org.jspecify.annotations.NullMarked;
