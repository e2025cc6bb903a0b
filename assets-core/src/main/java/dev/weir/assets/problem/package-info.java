/// Problems as values: a code, a message in the words of the user, and what it is about.
///
/// Start at [Problem]. All problems of one look are collected and reported at once.
@NullMarked
package dev.weir.assets.problem;

import org.jspecify.annotations.NullMarked;
