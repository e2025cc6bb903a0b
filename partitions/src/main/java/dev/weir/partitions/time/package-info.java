/// Calendars: how windows of time follow each other in a zone, on the days that have 23, 24 or 25 hours.
///
/// Start at [Cadence]. Ordinals count windows from 1970-01-01 on the local calendar, so they need no zone.
@NullMarked
package dev.weir.partitions.time;

import org.jspecify.annotations.NullMarked;
