/// The front door of the engine: plan what a request needs, and run the plan.
///
/// Start at [Materializer]. The parts are in the packages below; where they are put together is the command line's
/// business.
@NullMarked
package dev.weir.materializer;

import org.jspecify.annotations.NullMarked;
