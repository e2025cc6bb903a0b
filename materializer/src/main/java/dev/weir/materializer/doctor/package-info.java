/// Whether what is remembered and what is kept agree: the invariants of the store, looked at while others are at work.
///
/// Start at [Doctor]. It changes nothing and reads everything in parts; what it says is for people. How a store is read in parts
/// is an [Inventory]; mending belongs to recovery, garbage collection and the rebuild.
@NullMarked
package dev.weir.materializer.doctor;

import org.jspecify.annotations.NullMarked;
