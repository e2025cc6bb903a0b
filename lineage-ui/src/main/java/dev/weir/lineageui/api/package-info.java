/// The HTTP interface: its routes, what each takes and answers, and the document that describes them.
///
/// Start at [Routes]. A [Route] is data: the server refuses what no route describes, and the document is made of the same
/// routes, so neither can fall behind the other. Sockets, cookies and headers are the server's business
/// (`lineageui.server`); what an answer looks like is mostly that of the views.
@NullMarked
package dev.weir.lineageui.api;

import org.jspecify.annotations.NullMarked;
