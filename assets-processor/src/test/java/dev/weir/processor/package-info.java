/// Tests of the processor: short sources are compiled in memory of a folder, and their problems or classes looked at.
@NullMarked
package dev.weir.processor;

import org.jspecify.annotations.NullMarked;
