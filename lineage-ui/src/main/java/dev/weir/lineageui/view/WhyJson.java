package dev.weir.lineageui.view;

import dev.weir.assets.graph.AssetGraph;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.why.Cause;
import dev.weir.materializer.why.Explanation;
import dev.weir.materializer.why.ExplanationText;
import java.util.List;

/// Whether something is up to date, and the chain of facts behind that, as JSON.
public final class WhyJson {
    private final AssetGraph graph;
    private final Names names;
    private final PlanJson plans;

    public WhyJson(AssetGraph graph) {
        this.graph = graph;
        names = new Names(graph);
        plans = new PlanJson(graph);
    }

    /// Of a partition.
    public JsonObject of(Explanation explanation) {
        return new JsonObject()
                .with("target", names.of(explanation.target()))
                .with("standing", explanation.standing())
                .with("current", explanation.current().map(names::of))
                .with("held", explanation.hold().map(hold -> HoldJson.of(hold, names)))
                .with("renamed_from", graph.asset(explanation.target().asset()).formerKeys())
                .with("chain", explanation.chain(), this::cause);
    }

    /// Of a version.
    public JsonObject of(List<Cause> chain) {
        return new JsonObject().with("chain", chain, this::cause);
    }

    private JsonObject cause(Cause cause) {
        return switch (cause) {
            case Cause.Planned(var target, var standing, var action) ->
                new JsonObject()
                        .with("kind", "PLANNED")
                        .with("target", names.of(target))
                        .with("standing", standing)
                        .with("action", plans.action(action));
            case Cause.Made made ->
                new JsonObject()
                        .with("kind", "MADE")
                        .with("version", names.of(made.version()))
                        .with("reason", made.change().map(PlanJson::reasonName))
                        .with("because", new ExplanationText(names).lines(List.of(made)).getFirst());
        };
    }
}
