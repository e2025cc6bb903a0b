/// How the columns of a table are filled: what is missing, how many values differ, between what they lie and how often.
///
/// Start at [TableProfiler], which asks DuckDB. Who may see which values is the business of those who ask.
@NullMarked
package dev.weir.materializer.profile;

import org.jspecify.annotations.NullMarked;
