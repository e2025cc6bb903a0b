package dev.weir.materializer.version;

/// How far a store has come. Two of the same store tell what happened between them ([VersionStore#touchedBetween]).
///
/// @param sequence the number of the newest commit
/// @param recorded how many results of steps were recorded
public record StoreMark(long sequence, long recorded) {}
