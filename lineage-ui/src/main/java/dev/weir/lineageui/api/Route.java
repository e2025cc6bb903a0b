package dev.weir.lineageui.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One thing that can be called.
///
/// @param path below the root, such as `/api/v1/runs/{id}`
/// @param purpose what it does, in one sentence
/// @param body what is sent along, as a JSON schema; empty if nothing is
/// @param answers what comes back
public record Route(
        Verb verb,
        String path,
        Right right,
        String purpose,
        List<Parameter> parameters,
        Optional<Map<String, Object>> body,
        List<Answered> answers,
        Endpoint endpoint) {
    /// Where all of them lie.
    public static final String ROOT = "/api/v1";

    static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public Route {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    Route(
            Verb verb,
            String path,
            Right right,
            String purpose,
            List<Parameter> parameters,
            Optional<Map<String, Object>> body,
            Answered answer,
            Endpoint endpoint) {
        this(verb, path, right, purpose, parameters, body, List.of(answer), endpoint);
    }

    /// The same that may also answer otherwise.
    Route or(Answered other) {
        return new Route(
                verb, path, right, purpose, parameters, body, Stream.concat(answers.stream(), Stream.of(other)).toList(), endpoint);
    }

    /// What comes back if all is well.
    ///
    /// @param type of the content; empty if there is none
    /// @param schema of it
    /// @param headers what the ones say that it always has
    public record Answered(int status, String type, String description, Map<String, Object> schema, Map<String, String> headers) {
        Answered(int status, String type, String description, Map<String, Object> schema) {
            this(status, type, description, schema, Map.of());
        }

        /// The same with a header.
        Answered with(String header, String says) {
            return new Answered(status, type, description, schema, Map.of(header, says));
        }

        static Answered json(String description, Map<String, Object> schema) {
            return new Answered(200, "application/json", description, schema);
        }
    }

    static Route get(String path, String purpose, Answered answer, Endpoint endpoint, Parameter... parameters) {
        return new Route(
                Verb.GET, ROOT + path, Right.READ, purpose, List.of(parameters), Optional.empty(), answer, endpoint);
    }

    /// The parts of the path that stand for something, if a path is one of this route's.
    public Optional<Map<String, String>> match(String raw) {
        if (raw.indexOf('%') >= 0 || !path.contains("{")) {
            return raw.equals(path) ? Optional.of(Map.of()) : Optional.empty();
        }
        List<String> wanted = segments(path);
        List<String> given = segments(raw);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.size() && wanted.size() == given.size(); i++) {
            String name = wanted.get(i);
            if (name.startsWith("{") && SEGMENT.matcher(given.get(i)).matches()) {
                values.put(name.substring(1, name.length() - 1), given.get(i));
            } else if (!name.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return wanted.size() == given.size() ? Optional.of(values) : Optional.empty();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            segments.add(path.substring(start, end));
            start = end + 1;
        }
        segments.add(path.substring(start));
        return segments;
    }
}
