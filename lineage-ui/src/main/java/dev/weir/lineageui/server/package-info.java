/// The HTTP server: sockets, who may call, headers, and the page's files.
///
/// Start at [PageServer]. Every request passes [FrontDoor], which refuses what does not come from this machine's own page
/// or from who holds a token, and only then looks for a route. What routes answer is the business of `lineageui.api`;
/// Jetty is seen nowhere but here.
@NullMarked
package dev.weir.lineageui.server;

import org.jspecify.annotations.NullMarked;
