package dev.weir.lineageui.server;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Call;
import dev.weir.lineageui.api.Parameter;
import dev.weir.lineageui.api.Reply;
import dev.weir.lineageui.api.Right;
import dev.weir.lineageui.api.Route;
import dev.weir.lineageui.api.Routes;
import dev.weir.lineageui.api.Verb;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What every request passes, in this order: does it come from here, what may the caller do, which route is meant, is that
/// allowed, is the call well formed. Whoever holds no token is told nothing but that, whatever the path.
final class FrontDoor extends Handler.Abstract {
    private static final String API = "/api";

    private final Routes routes;
    private final Gate gate;
    private final Function<Throwable, Problem> faults;
    private final StaticPage page = new StaticPage();
    private final Zipping zipping = new Zipping();

    FrontDoor(Routes routes, Tokens tokens, Function<Throwable, Problem> faults) {
        this.routes = routes;
        this.faults = faults;
        gate = new Gate(tokens);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answering answering = new Answering(request, response, callback, zipping);
        SecurityHeaders.addTo(response.getHeaders());
        try {
            gate.requireOwn(request);
            String path = request.getHttpURI().getPath();
            if (path.equals(API) || path.startsWith(API + "/")) {
                answering.give(called(request, response, path), right -> gate.cookie(request, right));
            } else if (request.getMethod().equals("GET")) {
                answering.give(page.find(path, request.getHeaders()));
            } else {
                throw otherVerb(response, "GET");
            }
        } catch (RefusedException refused) {
            answering.refuse(refused.status(), List.of(refused.problem()));
        } catch (WeirException wrong) {
            ProblemCode code = wrong.problems().getFirst().code();
            answering.refuse(ProblemDocument.statusOf(code), wrong.problems());
        } catch (RuntimeException | Error fault) {
            Problem problem = faults.apply(fault);
            answering.refuse(ProblemDocument.statusOf(problem.code()), List.of(problem));
        }
        return true;
    }

    private Reply called(Request request, Response response, String path) {
        try (Routes.Held held = routes.hold()) {
            return called(request, response, path, held.all());
        }
    }

    private Reply called(Request request, Response response, String path, List<Route> routes) {
        Optional<Verb> verb = Arrays.stream(Verb.values())
                .filter(each -> each.name().equals(request.getMethod()))
                .findFirst();
        Right right = gate.rightOf(request, verb.orElse(Verb.GET));
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.verb() == verb.orElse(null) ? route.match(path) : Optional.empty();
            if (parts.isPresent()) {
                require(route, right);
                return route.endpoint().answer(call(route, parts.get(), request, right));
            }
        }
        if (right == Right.NONE) {
            throw notLoggedIn();
        }
        throw elsewhere(request, response, path, routes);
    }

    private static RefusedException elsewhere(Request request, Response response, String path, List<Route> routes) {
        String verbs = routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(route -> route.verb().name())
                .collect(Collectors.joining(", "));
        if (verbs.isEmpty()) {
            return new RefusedException(
                    404,
                    ProblemCode.UNKNOWN_ROUTE,
                    "There is no %s: %s/openapi.json describes all that there is.".formatted(path, Route.ROOT));
        }
        response.getHeaders().put(HttpHeader.ALLOW, verbs);
        return new RefusedException(405, ProblemCode.USAGE, "%s cannot be called with %s.".formatted(path, request.getMethod()));
    }

    private static void require(Route route, Right right) {
        if (right.compareTo(route.right()) >= 0) {
            return;
        }
        throw right == Right.NONE
                ? notLoggedIn()
                : new RefusedException(
                        403, ProblemCode.NOT_ALLOWED, "This token allows to look, not to launch: use the other one.");
    }

    private static RefusedException notLoggedIn() {
        return new RefusedException(
                401,
                ProblemCode.NOT_LOGGED_IN,
                "A valid token is missing: open the link that weir server prints, or send it as Authorization: Bearer TOKEN.");
    }

    private static RefusedException otherVerb(Response response, String verb) {
        response.getHeaders().put(HttpHeader.ALLOW, verb);
        return new RefusedException(405, ProblemCode.USAGE, "This can be asked for with %s only.".formatted(verb));
    }

    private static Call call(Route route, Map<String, String> parts, Request request, Right right) {
        Map<String, String> other = new HashMap<>(parts);
        for (Parameter parameter : route.parameters()) {
            String value = parameter.place() == Parameter.Place.HEADER ? request.getHeaders().get(parameter.name()) : null;
            if (value != null) {
                other.put(parameter.name(), value);
            }
        }
        Map<String, String> values = Call.values(route, other, Sent.query(request));
        String origin = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.ORIGIN), "");
        return new Call(values, route.body().isPresent() ? Sent.body(request) : Map.of(), origin, right);
    }
}
