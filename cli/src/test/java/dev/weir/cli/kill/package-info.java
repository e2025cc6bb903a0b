/// Processes that die in the middle of their work, and what must be found after each of them.
///
/// Start at `KillLoopTest`. A [dev.weir.cli.kill.Victim] works on a [dev.weir.cli.kill.SmallProject] until it is killed;
/// [dev.weir.cli.kill.KillLoop] opens what it has left, and [dev.weir.cli.kill.StoreCheck] and
/// [dev.weir.cli.kill.ViewCheck] look at it without trusting anything that runs have said but what they acknowledged.
@NullMarked
package dev.weir.cli.kill;

import org.jspecify.annotations.NullMarked;
