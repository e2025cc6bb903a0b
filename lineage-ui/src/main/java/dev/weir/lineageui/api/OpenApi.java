package dev.weir.lineageui.api;

import dev.weir.lineageui.api.Parameter.Form;
import dev.weir.lineageui.api.Parameter.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The OpenAPI 3.1 document of routes, made of nothing but them.
public final class OpenApi {
    private static final String ABOUT = """
            What weir server serves on this machine's own address. Keys of assets contain slashes, and so are query parameters. A \
            parameter or a member of a body that is not described is an error; answers may get members that older documents do \
            not have. Whatever is refused answers application/problem+json. Another method than those of a path answers 405, and \
            says in Allow which there are.""";

    private OpenApi() {}

    public static Map<String, Object> of(List<Route> routes, String version) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>())
                    .put(route.verb().name().toLowerCase(Locale.ROOT), operation(route));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info(version));
        document.put("paths", paths);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", Components.all());
        components.put("responses", Refusals.components());
        components.put("securitySchemes", securitySchemes());
        document.put("components", components);
        return stable(document);
    }

    private static Map<String, Object> info(String version) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Weir");
        info.put("version", version);
        info.put("description", ABOUT);
        return info;
    }

    private static Map<String, Object> securitySchemes() {
        return Map.of(
                "token",
                Map.of(
                        "type", "http",
                        "scheme", "bearer",
                        "description", "One of the two tokens that lie in the project's .weir/server: token may launch, token-read may look"),
                "session",
                Map.of(
                        "type", "apiKey",
                        "in", "cookie",
                        "name", "weir-9347",
                        "description", "What POST /api/v1/login sets, for pages; its name ends with the port that the server listens on. "
                                + "What changes something needs Origin too, as browsers send it"));
    }

    private static Map<String, Object> stable(Map<?, ?> map) {
        Map<String, Object> ordered = Shapes.ordered(map);
        ordered.replaceAll((_, value) -> stable(value));
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
        operation.put(
                "security",
                route.right() == Right.NONE
                        ? List.of()
                        : List.of(Map.of("token", List.of()), Map.of("session", List.of())));
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
        json.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
        json.put("required", parameter.need() == Need.REQUIRED);
        json.put("description", parameter.help());
        if (parameter.form() instanceof Form.SomeOf) {
            json.put("style", "form");
            json.put("explode", false);
        }
        json.put("schema", parameter.schema());
        return json;
    }

    private static Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new TreeMap<>();
        route.answers().forEach(answered -> responses.put(Integer.toString(answered.status()), response(answered)));
        Refusals.of(route).forEach(status ->
                responses.put(status.toString(), Map.of("$ref", "#/components/responses/" + status)));
        return responses;
    }

    private static Map<String, Object> response(Route.Answered answered) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", answered.description());
        if (!answered.headers().isEmpty()) {
            Map<String, Object> headers = new TreeMap<>();
            answered.headers().forEach((name, says) ->
                    headers.put(name, Map.of("description", says, "required", true, "schema", Shapes.text())));
            response.put("headers", headers);
        }
        if (!answered.type().isEmpty()) {
            response.put("content", Map.of(answered.type(), Map.of("schema", answered.schema())));
        }
        return response;
    }
}
