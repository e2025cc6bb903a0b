/// The stores on H2 and PostgreSQL: migrations, statements, and what differs between the two databases.
///
/// Start at [Database]. The only place that sees SQL of Weir's own. Statements are set-based and the same for both
/// databases; [Dialect] holds what is not. What the stores promise is said in `materializer`.
@NullMarked
package dev.weir.metadata;

import org.jspecify.annotations.NullMarked;
