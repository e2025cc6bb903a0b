package dev.weir.materializer.run;

import java.util.List;

/// What came of an attempt that came to its end.
public sealed interface StepOutcome permits StepOutput, StepOutcome.Declined, StepOutcome.Together {

    /// The asset's condition did not hold, so nothing was computed.
    ///
    /// @param why in words, such as `condition beats_baseline does not hold: error 0.98`
    record Declined(String why) implements StepOutcome {}

    /// What came of each of several steps that one call of a method makes.
    ///
    /// @param outcomes in the order of [StepTask#together]
    record Together(List<StepOutcome> outcomes) implements StepOutcome {
        public Together {
            outcomes = List.copyOf(outcomes);
        }
    }
}
