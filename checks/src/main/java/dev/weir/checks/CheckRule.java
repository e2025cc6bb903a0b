package dev.weir.checks;

import dev.weir.assets.spec.Parameter;
import java.util.List;

/// What a check asserts.
public sealed interface CheckRule permits ReadyMade, CheckRule.CustomMethod {

    /// A method of a class says so.
    ///
    /// @param number the number with which the module of the declaring class calls it
    record CustomMethod(String declaringClass, String method, int number, List<Parameter> parameters)
            implements CheckRule {
        public CustomMethod {
            parameters = List.copyOf(parameters);
        }
    }
}
