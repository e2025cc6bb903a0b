/// At which commit of its repository a project is, and whether its files are as that commit has them.
///
/// Start at [Revision]. Git is asked while something else goes on, and nothing fails for the want of it.
@NullMarked
package dev.weir.materializer.revision;

import org.jspecify.annotations.NullMarked;
