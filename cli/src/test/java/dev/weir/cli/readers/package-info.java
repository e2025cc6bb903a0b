/// Readers of what is published, beside those who publish it.
@NullMarked
package dev.weir.cli.readers;

import org.jspecify.annotations.NullMarked;
