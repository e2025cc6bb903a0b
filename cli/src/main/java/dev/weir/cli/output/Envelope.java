package dev.weir.cli.output;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
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
                .with("problems", problems, Envelope::problem)
                .with("result", result);
    }

    private static JsonObject problem(Problem problem) {
        JsonObject json = new JsonObject()
                .with("code", problem.code())
                .with("kind", problem.code().kind())
                .with("message", problem.message())
                .with("docs", ProblemPage.section(problem.code()));
        return switch (problem.subject()) {
            case Subject.Project _ -> json;
            case Subject.OfAsset(var asset) -> json.with("asset", asset);
            case Subject.OfParameter(var asset, var parameter) ->
                json.with("asset", asset).with("parameter", parameter);
            case Subject.OfCheck(var asset, var check) -> json.with("asset", asset).with("check", check);
            case Subject.OfText(var text, var position) -> json.with("text", text).with("position", position);
        };
    }
}
