/// What steps say: through a `Log`, SLF4J, System.Logger, java.util.logging, or by printing. It is told as it happens and kept,
/// a file for each run.
///
/// Start at [RunLog]. Which step says something is known from the thread; [CurrentStep] holds that. Nothing here is touched
/// before a run begins, and no file is made for a run that says nothing.
@NullMarked
package dev.weir.cli.log;

import org.jspecify.annotations.NullMarked;
