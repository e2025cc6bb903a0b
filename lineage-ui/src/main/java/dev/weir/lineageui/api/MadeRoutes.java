package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.lineageui.api.MadeBoard.Known;
import dev.weir.lineageui.api.Route.Answered;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the assets of the graph were made, and how long that took.
final class MadeRoutes {
    private static final String TAG = "Another one when the definitions are, or something was committed.";

    private final MadeBoard board;

    MadeRoutes(ServedProject project) {
        board = new MadeBoard(project);
    }

    List<Route> routes() {
        Map<String, Object> shape = object(
                member("definitions", text()),
                member("watermark", integer()),
                member("made", list(integer())),
                member("took_ms", list(integer())));
        return List.of(Route.get(
                "/graph/made",
                "When each asset was made last and how long that took, in the order of /graph",
                Answered.json(
                                "Of the version that became current last, of all partitions: when it was made, in seconds since 1970, and how"
                                        + " many milliseconds it took; -1 of an asset that has none.",
                                shape)
                        .with("ETag", TAG),
                this::made,
                Parameter.header("If-None-Match", "The ETag of what the caller has already", new Parameter.Form.HeaderText()))
                .or(new Answered(304, "", "The caller has it already.", Map.of()).with("ETag", TAG)));
    }

    private Reply made(Call call) {
        Known known = board.now();
        return call.text("If-None-Match").equals(Optional.of(known.tag()))
                ? new Reply.NotModified(known.tag())
                : new Reply.Json(200, known.json(), known.tag());
    }
}
