/// Data on disk: immutable objects under names made of their content, staging, manifests and the views of outside
/// readers.
///
/// Start at [Warehouse]. Files are complete, synced and uniquely named before a commit names them; what a dead process
/// leaves behind is told from its manifests ([Recovery]). The commit itself is in `publish`, the bytes of a table in
/// `value`. The layout is documented in `docs/reference/warehouse-format.md`.
@NullMarked
package dev.weir.materializer.warehouse;

import org.jspecify.annotations.NullMarked;
