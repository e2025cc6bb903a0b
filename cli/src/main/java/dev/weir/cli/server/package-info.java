/// A project behind the HTTP interface.
///
/// Start at [ProjectServer]. What is answered, and to whom, is the business of the module `lineage-ui`.
@NullMarked
package dev.weir.cli.server;

import org.jspecify.annotations.NullMarked;
