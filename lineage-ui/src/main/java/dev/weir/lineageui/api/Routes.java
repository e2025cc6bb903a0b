package dev.weir.lineageui.api;

import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.data.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that can be called, as long as it is open.
public final class Routes implements AutoCloseable {
    private final List<Route> all = new ArrayList<>();
    private final EventFeed feed;
    private final RunEnd ends;
    private final Workbench workbench = new Workbench(Workbench.Limits.OF_A_PAGE);

    /// @param weir the version that answers
    public Routes(ServedProject project, Launcher launcher, Access access, String weir) {
        StatusBoard board = new StatusBoard(project);
        feed = new EventFeed(project, board);
        ends = new RunEnd(project.runs());
        all.addAll(new ProjectRoutes(project, access, weir).routes());
        all.addAll(new SettingsRoutes(project).routes());
        all.addAll(new GraphRoutes(project, board).routes());
        all.addAll(new HealthRoutes(project, board).routes());
        all.addAll(new AssetsRoutes(project, board).routes());
        all.addAll(new OneAssetRoutes(project, board).routes());
        all.addAll(new SeriesRoutes(project).routes());
        all.addAll(new PartitionRoutes(project, board).routes());
        all.addAll(new DataRoutes(project, workbench).routes());
        all.addAll(new ColumnRoutes(project).routes());
        all.addAll(new CheckRoutes(project, board).routes());
        all.addAll(new CheckHistoryRoutes(project).routes());
        all.addAll(new RunRoutes(project, ends).routes());
        all.addAll(new LogRoutes(project).routes());
        all.addAll(new PlanRoutes(project).routes());
        all.addAll(new LaunchRoutes(project, launcher).routes());
        all.addAll(new EventRoutes(feed).routes());
        all.add(Route.get(
                "/openapi.json",
                "This document",
                Answered.json("An OpenAPI 3.1 document.", Map.of("type", "object")),
                _ -> Reply.json(OpenApi.of(all, weir))));
    }

    public List<Route> all() {
        return List.copyOf(all);
    }

    /// Ends what is told for as long as somebody listens, or waits.
    @Override
    public void close() {
        ends.close();
        feed.close();
        workbench.close();
    }
}
