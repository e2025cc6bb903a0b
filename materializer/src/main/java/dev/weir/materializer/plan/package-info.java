/// A request, the graph and the current versions become a plan: for each asset partition an action and its reason.
///
/// Start at [RunPlan]. Pure: what is shown is what is executed, and building a plan touches nothing.
@NullMarked
package dev.weir.materializer.plan;

import org.jspecify.annotations.NullMarked;
