package dev.weir.lineageui.api;

import dev.weir.lineageui.api.Parameter.Kind;
import dev.weir.lineageui.api.Parameter.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The OpenAPI 3.1 document of routes, made of nothing but them.
public final class OpenApi {
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The call is wrong; the problems say how.",
            "401", "The call has no token, or not a valid one.",
            "403", "The token does not allow this, or the call comes from another page.",
            "404", "There is no such thing.",
            "409", "Refused, as the command line does with exit status 4.",
            "500", "A fault of Weir's own.",
            "503", "Not now: something that is needed cannot be had.");

    private OpenApi() {}

    public static Map<String, Object> of(List<Route> routes, String version) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            if (!(paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<String, Object>())
                    instanceof Map<?, ?> operations)) {
                throw new IllegalStateException(route.path());
            }
            Map<String, Object> all = new LinkedHashMap<>();
            operations.forEach((verb, operation) -> all.put(verb.toString(), operation));
            all.put(route.verb().name().toLowerCase(Locale.ROOT), operation(route));
            paths.put(route.path(), all);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Weir", "version", version));
        document.put("paths", paths);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", Components.all());
        components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
        document.put("components", components);
        return stable(document);
    }

    // Small maps have no order, and the document is compared from one build to the next.
    private static Map<String, Object> stable(Map<?, ?> map) {
        Map<String, Object> ordered = map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((name, value) -> ordered.put(name.toString(), stable(value)));
        return ordered;
    }

    private static Object stable(Object value) {
        return switch (value) {
            case Map<?, ?> map -> stable(map);
            case List<?> list -> list.stream().map(OpenApi::stable).toList();
            default -> value;
        };
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(route));
        operation.put("summary", route.purpose());
        operation.put("x-weir-right", route.right().word());
        operation.put("security", route.right() == Right.NONE ? List.of() : List.of(Map.of("token", List.of())));
        if (!route.parameters().isEmpty()) {
            operation.put("parameters", route.parameters().stream().map(OpenApi::parameter).toList());
        }
        route.body().ifPresent(schema -> operation.put("requestBody", Map.of(
                "required", true, "content", Map.of("application/json", Map.of("schema", schema)))));
        operation.put("responses", responses(route));
        return operation;
    }

    // `GET /api/v1/runs/{id}/log` is `getRunsIdLog`.
    private static String operationId(Route route) {
        StringBuilder id = new StringBuilder(route.verb().name().toLowerCase(Locale.ROOT));
        for (String part : route.path().substring(Route.ROOT.length()).split("[^a-z]+")) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("in", switch (parameter.kind()) {
            case PATH -> "path";
            case HEADER -> "header";
            case TEXT, NUMBER -> "query";
        });
        json.put("required", parameter.need() == Need.REQUIRED);
        json.put("description", parameter.help());
        json.put("schema", parameter.schema());
        return json;
    }

    private static Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Route.Answered answered = route.answer();
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", answered.description());
        if (!answered.type().isEmpty()) {
            success.put("content", Map.of(answered.type(), Map.of("schema", answered.schema())));
        }
        responses.put(Integer.toString(answered.status()), success);
        if (route.path().endsWith("/launches")) {
            Map<String, Object> nothing = new LinkedHashMap<>(success);
            nothing.put("description", "Nothing has begun: there is nothing to do, or it was launched before.");
            responses.put("200", nothing);
        }
        if (route.path().endsWith("/graph")) {
            responses.put("304", Map.of("description", "The caller has it already."));
        }
        REFUSALS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(refusal -> responses.put(
                refusal.getKey(),
                Map.of(
                        "description",
                        refusal.getValue(),
                        "content",
                        Map.of("application/problem+json", Map.of("schema", Shapes.ref("ProblemDocument"))))));
        return responses;
    }
}
