/// What one result of one asset partition is: its name, digests, content, and exactly what it was made of.
///
/// Start at [Version]. Values and the read side of the store that remembers them ([VersionStore]); how a version comes to
/// be published is in `publish`.
@NullMarked
package dev.weir.materializer.version;

import org.jspecify.annotations.NullMarked;
