package dev.weir.materializer.run;

/// What came of an attempt that came to its end.
public sealed interface StepOutcome permits StepOutput, StepOutcome.Declined {

    /// The asset's condition did not hold, so nothing was computed.
    ///
    /// @param why in words, such as `condition beats_baseline does not hold: error 0.98`
    record Declined(String why) implements StepOutcome {}
}
