/// What a command is told and what it reports: the messages of Dagster Pipes, through files, so that scripts which use one of
/// its libraries run unchanged, and everything else can do with a JSON file to read and one to append lines to.
///
/// Start at [PipesSession]. Running the command and keeping its result is in `step`.
@NullMarked
package dev.weir.materializer.pipes;

import org.jspecify.annotations.NullMarked;
