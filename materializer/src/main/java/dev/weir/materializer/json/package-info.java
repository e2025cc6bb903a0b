/// Small values as JSON: what commands are told and say, and what is remembered with a version.
///
/// Rows and typed values have their own ways, in `value`; so have manifests, in `warehouse`.
@NullMarked
package dev.weir.materializer.json;

import org.jspecify.annotations.NullMarked;
