/// What every implementation of the stores must do, written once: interfaces of tests.
///
/// Start at [CommitStoreContract]. Exported as a test jar, so that the stores of `metadata` answer to the same tests.
@NullMarked
package dev.weir.materializer.contract;

import org.jspecify.annotations.NullMarked;
