package dev.weir.metadata;

/// What a commit has to survive.
enum Durability {
    /// A power cut: somebody is told that it happened.
    PROMISED,
    /// The end of the process: losing it costs no more than doing it again.
    USUAL
}
