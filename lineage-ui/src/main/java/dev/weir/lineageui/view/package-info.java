/// What people are shown of the graph and its history: pure views, from values to values and text.
///
/// Start at [GraphView]. The command line prints these views and pages will draw them; neither computes any.
@NullMarked
package dev.weir.lineageui.view;

import org.jspecify.annotations.NullMarked;
