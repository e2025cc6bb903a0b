package dev.weir.lineageui.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How calls are refused: with which statuses, and what they mean.
final class Refusals {
    static final String TYPE = "application/problem+json";

    private static final Map<Integer, String> MEANINGS = meanings();

    /// Parameters and members of bodies that name what there may be none of.
    private static final Set<String> NAMES = Set.of("key", "asset", "target", "selection");

    private Refusals() {}

    private static Map<Integer, String> meanings() {
        Map<Integer, String> meanings = new LinkedHashMap<>();
        meanings.put(400, "The call is wrong; the problems say how.");
        meanings.put(401, "The call has no token, or not a valid one.");
        meanings.put(403, "The token does not allow this, or the call comes from another page or under another name.");
        meanings.put(404, "There is no such asset, partition, version or run.");
        meanings.put(409, "Refused as things stand, as the command line does with exit status 4.");
        meanings.put(413, "The body is longer than 64 KiB.");
        meanings.put(414, "The address is too long.");
        meanings.put(415, "The body is not said to be JSON.");
        meanings.put(431, "The headers are too long: 16 KiB is the most that the whole head may have.");
        meanings.put(500, "A fault of Weir's own; the details are in a file that the problem names.");
        meanings.put(503, "Not now: something that is needed cannot be had, or it takes too long.");
        return meanings;
    }

    /// With which a route refuses.
    static List<Integer> of(Route route) {
        List<Integer> statuses = new ArrayList<>(MEANINGS.keySet());
        if (route.body().isEmpty()) {
            statuses.removeAll(List.of(413, 415));
        }
        if (!namesSomething(route)) {
            statuses.remove(Integer.valueOf(404));
        }
        if (route.right() == Right.NONE) {
            statuses.removeAll(List.of(409, 503));
        }
        return statuses;
    }

    private static boolean namesSomething(Route route) {
        boolean inBody = route.body().map(body -> body.get("properties")).stream()
                .anyMatch(members -> members instanceof Map<?, ?> map && map.keySet().stream().anyMatch(NAMES::contains));
        return inBody
                || route.parameters().stream()
                        .anyMatch(each -> each.place() == Parameter.Place.PATH || NAMES.contains(each.name()));
    }

    /// All of them by their status, as components of a document.
    static Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        MEANINGS.forEach((status, meaning) -> components.put(
                status.toString(),
                Map.of("description", meaning, "content", Map.of(TYPE, Map.of("schema", Shapes.ref("ProblemDocument"))))));
        return components;
    }
}
