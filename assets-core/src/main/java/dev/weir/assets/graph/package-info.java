/// The graph the assets of a project form: lookup, order, cycles, selections, and the rules a project must obey.
///
/// Start at [AssetGraph]. Pure: it can be built, compared and printed without a database.
@NullMarked
package dev.weir.assets.graph;

import org.jspecify.annotations.NullMarked;
