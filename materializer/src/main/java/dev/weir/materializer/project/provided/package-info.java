/// Assets that providers add when a project is loaded: what they say is read into the same specs that the annotation
/// processor makes, and from there on judged, planned and run as any other.
///
/// Start at [ProviderCall]. What such an asset's code is at is told by the body of its lambda ([Origin]) and the values
/// it was given ([ValueDigest]).
@NullMarked
package dev.weir.materializer.project.provided;

import org.jspecify.annotations.NullMarked;
