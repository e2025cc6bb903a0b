/// Hostile input: each part of Weir that takes what others write is a [Target], and is given what a fuzzer thinks of.
///
/// Start at `HostileInputTest`. A target fails by throwing; what it expects to be refused with it catches itself.
package dev.weir.cli.fuzz;
