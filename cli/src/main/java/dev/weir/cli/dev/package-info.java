/// A project that is served while somebody works on it: its sources are watched, and read anew when they change.
///
/// Start at [DevServer]. What is served, and how one state of it takes the place of another, is the business of
/// `cli.server`; how a project is read and compiled, of `cli.wiring`.
@NullMarked
package dev.weir.cli.dev;

import org.jspecify.annotations.NullMarked;
