package dev.weir.lineageui.api;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Parameter.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One call of a route, with its parameters as the route allows them.
///
/// @param values by name of the parameter
/// @param body of JSON, as maps and lists; empty if the route takes none
/// @param origin the page that sends it; empty for programs
/// @param right what the caller may do
public record Call(Map<String, String> values, Map<String, @Nullable Object> body, String origin, Right right) {

    /// @param other what path and headers say
    /// @param query the parameters in the order they were given
    /// @throws WeirException with all that is wrong with them
    public static Map<String, String> values(Route route, Map<String, String> other, List<Map.Entry<String, String>> query) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> values = new HashMap<>(other);
        for (Map.Entry<String, String> given : query) {
            Optional<Parameter> parameter = route.parameters().stream()
                    .filter(each -> each.isInQuery() && each.name().equals(given.getKey()))
                    .findFirst();
            if (parameter.isEmpty()) {
                wrong.add("%s takes no parameter %s%s.".formatted(route.path(), quoted(given.getKey()), known(route)));
            } else if (values.put(given.getKey(), given.getValue()) != null) {
                wrong.add("Parameter %s stands twice: leave one of them out.".formatted(given.getKey()));
            } else {
                obstacle(parameter.get(), given.getValue()).ifPresent(wrong::add);
            }
        }
        for (Parameter parameter : route.parameters()) {
            if (parameter.need() == Need.REQUIRED && values.getOrDefault(parameter.name(), "").isEmpty()) {
                wrong.add("Parameter %s is missing: %s.".formatted(parameter.name(), parameter.help()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new WeirException(wrong.stream()
                    .map(message -> dev.weir.assets.problem.Problem.of(ProblemCode.USAGE, message))
                    .toList());
        }
        return values;
    }

    private static String known(Route route) {
        String names = route.parameters().stream()
                .filter(Parameter::isInQuery)
                .map(Parameter::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", only " + names;
    }

    private static Optional<String> obstacle(Parameter parameter, String value) {
        return parameter.rule(value)
                .map(rule -> "Parameter %s is %s: %s.".formatted(parameter.name(), quoted(value), rule));
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
    }

    public String required(String name) {
        return text(name).orElseThrow();
    }

    public int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }
}
