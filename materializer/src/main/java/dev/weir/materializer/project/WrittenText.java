package dev.weir.materializer.project;

/// A value somebody wrote, and where, so that what is wrong with it can be said there.
///
/// @param place such as `weir.yaml:7` or `--config`
public record WrittenText(String text, String place) {}
