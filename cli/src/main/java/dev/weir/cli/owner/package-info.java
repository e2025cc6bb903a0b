/// How the process that has the embedded database open answers the commands of others: over a Unix domain socket in the
/// folder for the state.
///
/// Start at [Owner], which listens, and [Conversation], by which a command that found the database in use is answered. What
/// goes over the wire is a [Request] and then [Frame]s. How a request is answered is [Answering]'s, so that a server can
/// own a database as a run does.
@NullMarked
package dev.weir.cli.owner;

import org.jspecify.annotations.NullMarked;
