package dev.weir.lineageui.view;

/// One text of a log, where it stands in the file.
///
/// @param at the byte at which it begins; a place that lasts
/// @param end the byte behind it
/// @param cut how many bytes of a very long text were left out
public record LogEntry(long at, long end, LogText text, long cut) {}
