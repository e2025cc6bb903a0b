package dev.weir.assets.spec;

import dev.weir.assets.SnakeCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A method that says whether an asset is to be computed.
///
/// @param description what holds when it is, in a few words; may be empty
/// @param declaringClass the binary name of the class, which is that of the asset
/// @param number the number with which the module of the declaring class calls it
public record ConditionSpec(
        String description, String declaringClass, String method, int number, List<Parameter> parameters) {

    public ConditionSpec {
        parameters = List.copyOf(parameters);
    }

    /// As people write it, such as `beats_baseline`.
    public String name() {
        return SnakeCase.of(method);
    }

    /// The parameters that read assets.
    public List<InputSpec> inputs() {
        List<InputSpec> inputs = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            if (parameter instanceof Parameter.Upstream(InputSpec input)) {
                inputs.add(input);
            }
        }
        return Collections.unmodifiableList(inputs);
    }
}
