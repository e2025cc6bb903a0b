package dev.weir.cli.output;

import dev.weir.assets.problem.Problem;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProblemJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one object that `--json` puts on stdout, on success and on failure.
public final class Envelope {

    /// Grows when a member changes its meaning or goes; new members do not count.
    public static final int FORMAT = 1;

    private Envelope() {}

    public static JsonObject of(String command, int exit, List<Problem> problems, @Nullable Object result) {
        return new JsonObject()
                .with("format", FORMAT)
                .with("command", command)
                .with("exit", exit)
                .with("problems", problems, ProblemJson::of)
                .with("result", result);
    }
}
