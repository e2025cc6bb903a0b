/// What people and programs are shown of a project and its history: pure views, from values to values, text and JSON.
///
/// Start at [GraphView]; [ProjectFacts] is what they are made of. The command line prints these views, and the HTTP
/// interface answers with them; neither computes any.
@NullMarked
package dev.weir.lineageui.view;

import org.jspecify.annotations.NullMarked;
