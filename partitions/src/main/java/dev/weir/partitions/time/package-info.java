/// Calendars: how windows of days and months follow each other, and which of them a zone leaves out.
///
/// Start at [Cadence]. Ordinals count windows from 1970-01-01 on the local calendar, so they need no zone.
@NullMarked
package dev.weir.partitions.time;

import org.jspecify.annotations.NullMarked;
