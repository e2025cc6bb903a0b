package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;

import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import java.util.List;

/// How far the first look at everything has come.
final class LookingRoutes {
    private final StatusBoard board;

    LookingRoutes(StatusBoard board) {
        this.board = board;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/looking",
                "How far the first look at everything has come, before which nobody knows how assets stand",
                Answered.json("What all answers say that depend on it; null once it is over.", object(
                        member("looking", orNull(ref("Looking"))))),
                _ -> Reply.json(new JsonObject().with("looking", board.now().looking().map(Looking::json)))));
    }
}
