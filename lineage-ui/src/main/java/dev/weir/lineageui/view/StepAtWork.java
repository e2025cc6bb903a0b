package dev.weir.lineageui.view;

import java.time.Instant;

/// A step that has been at work for some time.
///
/// @param target by its name
/// @param attempt from 1
/// @param since when this attempt began
public record StepAtWork(String target, int attempt, Instant since) {}
