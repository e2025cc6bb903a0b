package dev.weir.lineageui.api;

import dev.weir.lineageui.api.Declarations.Wrong;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.data.Workbench;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that can be called, as long as it is open. What a project declares may become another while calls are answered.
///
/// Invariant: whoever holds the routes holds those of one [Generation], none of which is closed meanwhile.
public final class Routes implements AutoCloseable {
    private final Launcher launcher;
    private final Access access;
    private final String weir;
    private final InstantSource clock;
    private final Instant startedAt;
    private final EventFeed feed;
    private final RunEnd ends;
    private final Workbench workbench = new Workbench(Workbench.Limits.OF_A_PAGE);
    private Generation current;
    private volatile Declarations declarations;

    /// @param project the one that is served first; it is never closed here
    /// @param weir the version that answers
    public Routes(ServedProject project, Launcher launcher, Access access, String weir) {
        this.launcher = launcher;
        this.access = access;
        this.weir = weir;
        clock = project.clock();
        startedAt = clock.instant();
        StatusBoard board = new StatusBoard(project);
        feed = new EventFeed(project, board);
        ends = new RunEnd(project.runs());
        declarations = new Declarations(startedAt, List.of());
        current = generation(project, board);
        current.enter();
    }

    private Generation generation(ServedProject project, StatusBoard board) {
        board.prepare();
        List<Route> all = new ArrayList<>();
        all.addAll(new ProjectRoutes(project, access, weir, startedAt).routes());
        all.addAll(new DeclarationRoutes(() -> declarations).routes());
        all.addAll(new SettingsRoutes(project).routes());
        all.addAll(new GraphRoutes(project, board).routes());
        all.addAll(new MadeRoutes(project).routes());
        all.addAll(new LookingRoutes(board).routes());
        all.addAll(new HealthRoutes(project, board).routes());
        all.addAll(new AssetsRoutes(project, board).routes());
        all.addAll(new OneAssetRoutes(project, board).routes());
        all.addAll(new SourceRoutes(project).routes());
        all.addAll(new SeriesRoutes(project).routes());
        all.addAll(new PartitionRoutes(project, board).routes());
        all.addAll(new DataRoutes(project, workbench).routes());
        all.addAll(new ColumnRoutes(project).routes());
        all.addAll(new CheckRoutes(project, board).routes());
        all.addAll(new CheckHistoryRoutes(project).routes());
        all.addAll(new RunRoutes(project, ends, launcher).routes());
        all.addAll(new LogRoutes(project).routes());
        all.addAll(new PlanRoutes(project, board).routes());
        all.addAll(new LaunchRoutes(project, launcher).routes());
        all.addAll(new EventRoutes(feed).routes());
        all.add(Route.get(
                "/openapi.json",
                "This document",
                Answered.json("An OpenAPI 3.1 document.", Map.of("type", "object")),
                _ -> Reply.json(OpenApi.of(all, weir))));
        return new Generation(project, board, List.copyOf(all));
    }

    /// The routes for one call. To be closed when it has its answer.
    public synchronized Held hold() {
        current.enter();
        return new Held(current);
    }

    /// Routes that tell of one state of the declarations.
    public static final class Held implements AutoCloseable {
        private final Generation generation;

        private Held(Generation generation) {
            this.generation = generation;
        }

        public List<Route> all() {
            return generation.routes();
        }

        @Override
        public void close() {
            generation.leave();
        }
    }

    /// From now on, calls are told of a project as it was read anew. Those under way go on with what they have; the project
    /// that is no longer served is closed when the last of them is over, but for the first.
    public void serve(ServedProject next) {
        Generation made = generation(next, new StatusBoard(next));
        Generation former;
        synchronized (this) {
            former = current;
            current = made;
        }
        feed.watch(next, made.board());
        former.end();
        tell(List.of());
    }

    /// The sources cannot be served as they are; what is served stays.
    public void fail(List<Wrong> problems) {
        tell(problems);
    }

    private void tell(List<Wrong> problems) {
        declarations = new Declarations(clock.instant(), problems);
        feed.tellOf(declarations);
    }

    /// Ends what is told for as long as somebody listens, or waits, keeps how the assets stand, and closes what is served.
    @Override
    public void close() {
        ends.close();
        feed.close();
        workbench.close();
        Generation last;
        synchronized (this) {
            last = current;
        }
        last.board().keep();
        last.end();
    }
}
