package dev.weir.assets.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What produces an asset: a method of a class, a query alone, or a command alone.
///
/// @param declaringClass the binary name of the class or interface
/// @param method the name of the method; of an asset that a provider adds with the entry it stands for, such as
///     `declare (features.yaml:3)`
/// @param number the number with which the module of the declaring class calls it; -1 for a query or a command alone
/// @param parameters in order of declaration
/// @param query the statement of an asset declared by a query
/// @param command that of an asset declared by a command
/// @param codeVersion the author's own version of the code, in place of the digest
/// @param condition says for each partition whether it is computed at all
/// @param source whether the method makes the data, or looks at it
/// @param membership which part of what the method gives the asset is, if that makes several
public record Computation(
        String declaringClass,
        String method,
        int number,
        List<Parameter> parameters,
        Optional<String> query,
        Optional<CommandLine> command,
        Optional<String> codeVersion,
        Optional<ConditionSpec> condition,
        Source source,
        Optional<Membership> membership) {

    public Computation {
        parameters = List.copyOf(parameters);
    }

    /// Of a method, or of a query, without a condition.
    public Computation(
            String declaringClass,
            String method,
            int number,
            List<Parameter> parameters,
            Optional<String> query,
            Optional<String> codeVersion) {
        this(declaringClass, method, number, parameters, query, Optional.empty(), codeVersion, Optional.empty(),
                Source.COMPUTED, Optional.empty());
    }

    /// The same, only if a condition holds.
    public Computation when(ConditionSpec holds) {
        return new Computation(
                declaringClass, method, number, parameters, query, command, codeVersion, Optional.of(holds), source, membership);
    }

    public boolean isExternal() {
        return source == Source.EXTERNAL;
    }

    public boolean isView() {
        return source == Source.VIEW;
    }

    /// The parameters of the method, then those of the condition.
    public List<Parameter> allParameters() {
        if (condition.isEmpty()) {
            return parameters;
        }
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(condition.get().parameters());
        return Collections.unmodifiableList(all);
    }

    /// The parameters that read assets, of the method and, where it reads something else, of the condition.
    public List<InputSpec> inputs() {
        List<InputSpec> inputs = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            if (parameter instanceof Parameter.Upstream(InputSpec input)) {
                inputs.add(input);
            }
        }
        if (condition.isPresent()) {
            for (InputSpec input : condition.get().inputs()) {
                if (!inputs.contains(input)) {
                    inputs.add(input);
                }
            }
        }
        return Collections.unmodifiableList(inputs);
    }

    /// The parameters that read the asset itself.
    public List<InputSpec> previous() {
        List<InputSpec> previous = List.of();
        for (Parameter parameter : parameters) {
            if (parameter instanceof Parameter.PreviousVersion(InputSpec input)) {
                previous = previous.isEmpty() ? new ArrayList<>() : previous;
                previous.add(input);
            }
        }
        return previous;
    }
}
