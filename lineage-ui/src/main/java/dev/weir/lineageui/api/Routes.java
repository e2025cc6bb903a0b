package dev.weir.lineageui.api;

import dev.weir.lineageui.api.Route.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that can be called.
public final class Routes {

    private Routes() {}

    /// @param weir the version that answers
    public static List<Route> of(ServedProject project, Access access, String weir) {
        StatusBoard board = new StatusBoard(project);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ProjectRoutes(project, access, weir).routes());
        routes.addAll(new GraphRoutes(project, board).routes());
        routes.addAll(new AssetsRoutes(project, board).routes());
        routes.addAll(new OneAssetRoutes(project, board).routes());
        routes.add(Route.get(
                "/openapi.json",
                "This document",
                Answered.json("An OpenAPI 3.1 document.", Map.of("type", "object")),
                _ -> Reply.json(OpenApi.of(List.copyOf(routes), weir))));
        return List.copyOf(routes);
    }
}
