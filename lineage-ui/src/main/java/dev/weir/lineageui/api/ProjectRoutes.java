package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is served, and to whom.
final class ProjectRoutes {
    private final ServedProject project;
    private final Access access;
    private final String weir;
    private final Instant startedAt;

    ProjectRoutes(ServedProject project, Access access, String weir, Instant startedAt) {
        this.project = project;
        this.access = access;
        this.weir = weir;
        this.startedAt = startedAt;
    }

    List<Route> routes() {
        return List.of(login(), about());
    }

    private Route login() {
        return new Route(
                Verb.POST,
                Route.ROOT + "/login",
                Right.NONE,
                "Exchanges a token for a cookie, for pages",
                List.of(),
                Optional.of(object(member("token", Map.of("type", "string", "maxLength", 200)))),
                new Answered(204, "", "The cookie is set.", Map.of())
                        .with("Set-Cookie", "The session, named as the cookie of the security schemes is."),
                call -> {
                    if (!(call.body().get("token") instanceof String token) || call.body().size() > 1) {
                        throw new WeirException(
                                ProblemCode.USAGE, "The body is no login: send {\"token\": …} with the text of the token, and nothing else.");
                    }
                    Right right = access.rightOf(token);
                    if (right == Right.NONE) {
                        throw new WeirException(
                                ProblemCode.NOT_LOGGED_IN,
                                "The token is not valid: open the link that weir server prints.");
                    }
                    return new Reply.LoggedIn(right);
                });
    }

    private Route about() {
        return Route.get(
                "/project",
                "What is served, by which Weir, and what the caller may do",
                Answered.json(
                        "The project.",
                        object(
                                member("project", text()),
                                member("environment", text()),
                                member("weir", text()),
                                member("rights", list(oneOf(List.of("read", "launch")))),
                                member("started_at", instant()))),
                call -> Reply.json(new JsonObject()
                        .with("project", project.name())
                        .with("environment", project.environment())
                        .with("weir", weir)
                        .with("rights", call.right() == Right.LAUNCH ? List.of("read", "launch") : List.of("read"))
                        .with("started_at", startedAt)));
    }
}
