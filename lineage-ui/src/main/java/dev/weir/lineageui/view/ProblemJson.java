package dev.weir.lineageui.view;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
import dev.weir.lineageui.json.JsonObject;

/// A problem as JSON.
public final class ProblemJson {

    private ProblemJson() {}

    public static JsonObject of(Problem problem) {
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
            case Subject.OfSource(var file, var line, var column, _) ->
                json.with("file", file).with("line", line).with("column", column);
        };
    }
}
