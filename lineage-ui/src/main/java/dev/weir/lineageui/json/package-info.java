/// JSON as the command line and the HTTP interface write it: members in their order, names in snake_case, instants in UTC.
///
/// Start at [JsonObject]. Which members an object has is the business of who makes it.
@NullMarked
package dev.weir.lineageui.json;

import org.jspecify.annotations.NullMarked;
