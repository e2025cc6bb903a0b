package dev.weir.lineageui.api;

import java.util.List;

/// What is served between two changes of the declarations: the project as it was read then, and the routes that tell of it
/// with all that they have found out. Who calls one of these goes on with it to the end, whatever is served meanwhile.
///
/// Invariant: the project is closed once the generation is over and nobody uses it, and not before.
final class Generation {
    private final ServedProject project;
    private final StatusBoard board;
    private final List<Route> routes;
    private int users;
    private boolean over;

    Generation(ServedProject project, StatusBoard board, List<Route> routes) {
        this.project = project;
        this.board = board;
        this.routes = routes;
    }

    ServedProject project() {
        return project;
    }

    StatusBoard board() {
        return board;
    }

    List<Route> routes() {
        return routes;
    }

    synchronized void enter() {
        users++;
    }

    void leave() {
        if (isLeftByLast(1)) {
            project.close();
        }
    }

    /// The next one is served from now on.
    void end() {
        synchronized (this) {
            over = true;
        }
        board.end();
        if (isLeftByLast(0)) {
            project.close();
        }
    }

    private synchronized boolean isLeftByLast(int leaving) {
        users -= leaving;
        return over && users == 0;
    }
}
