/// Processes of Java that start quickly.
@NullMarked
package dev.weir.cli.quick;

import org.jspecify.annotations.NullMarked;
