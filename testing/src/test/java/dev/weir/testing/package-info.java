/// Tests of the testing kit, over a small shop of its own.
@NullMarked
package dev.weir.testing;

import org.jspecify.annotations.NullMarked;
