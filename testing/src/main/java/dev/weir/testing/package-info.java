/// Assets in JUnit tests: the real engine plans, computes, checks and publishes, with stores in memory, a warehouse in a
/// temporary folder and a clock that stands still.
///
/// Start at [WeirTest], which gives a test its [TestProject], and at [WeirAssertions]. What only the command line does,
/// such as reading `weir.yaml` or printing, is left out.
@NullMarked
package dev.weir.testing;

import org.jspecify.annotations.NullMarked;
