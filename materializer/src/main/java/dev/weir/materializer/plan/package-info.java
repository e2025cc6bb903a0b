/// A request, the graph and the current versions become a plan: for each asset partition an action and its reason.
///
/// Start at [RunPlanner]. What is shown is what is executed ([RunPlan]), and building a plan only reads. From the
/// targets of a request ([Targeting]) upwards it finds everything that has to be looked at ([Needs]), then decides
/// upstream first ([Decisions]). [ReasonText] says why, for plans, runs and explanations alike.
@NullMarked
package dev.weir.materializer.plan;

import org.jspecify.annotations.NullMarked;
