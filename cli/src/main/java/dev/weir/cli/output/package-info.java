/// How answers look: tables and colour for people, JSON for programs.
///
/// Start at [Answer], which every command gives, and [Screen], on which it is printed.
@NullMarked
package dev.weir.cli.output;

import org.jspecify.annotations.NullMarked;
