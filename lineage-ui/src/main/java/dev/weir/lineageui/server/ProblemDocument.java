package dev.weir.lineageui.server;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import dev.weir.lineageui.view.ProblemJson;
import dev.weir.lineageui.view.ProblemPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Problems as `application/problem+json`: the first as the document, all of them in `problems`.
final class ProblemDocument {
    static final String TYPE = "application/problem+json";

    private ProblemDocument() {}

    static byte[] of(int status, List<Problem> problems) {
        Problem first = problems.getFirst();
        String title = first.code().name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return JsonText.compact(new JsonObject()
                        .with("type", ProblemPage.section(first.code()))
                        .with("title", Character.toUpperCase(title.charAt(0)) + title.substring(1))
                        .with("status", status)
                        .with("code", first.code())
                        .with("detail", first.message())
                        .with("problems", problems, ProblemJson::of))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The status that says best what kind of problem it is.
    static int statusOf(ProblemCode code) {
        return switch (code) {
            case NOT_LOGGED_IN -> 401;
            case NOT_ALLOWED -> 403;
            case UNKNOWN_ROUTE, UNKNOWN_ASSET, UNKNOWN_PARTITION, UNKNOWN_VERSION, UNKNOWN_RUN -> 404;
            default ->
                switch (code.kind()) {
                    case USER -> 400;
                    case REFUSED -> 409;
                    case RESOURCES -> 503;
                    case SYSTEM -> 500;
                };
        };
    }
}
