package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.SelectionFacts;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.plan.Upstreams;
import dev.weir.materializer.run.CommandText;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be planned, as it was sent.
///
/// @param selection all assets if it is empty
/// @param partitions without any, all that are complete
public record PlanBody(String selection, List<String> partitions, Upstreams upstreams, Force force) {
    private static final List<String> MEMBERS = List.of("selection", "partitions", "only", "force");

    public PlanBody {
        selection = selection.strip();
        partitions = List.copyOf(partitions);
    }

    static Map<String, Object> schema() {
        return Shapes.object(
                sometimes("selection", text()),
                sometimes("partitions", list(text())),
                sometimes("only", bool()),
                sometimes("force", bool()));
    }

    /// @throws WeirException with all that is wrong with it
    static PlanBody of(Map<String, @Nullable Object> body) {
        List<Problem> problems = new ArrayList<>();
        String selection = take(body, "selection", String.class, problems).orElse("");
        boolean only = take(body, "only", Boolean.class, problems).orElse(false);
        boolean force = take(body, "force", Boolean.class, problems).orElse(false);
        List<String> partitions = partitions(body, problems);
        for (String name : body.keySet()) {
            if (!MEMBERS.contains(name)) {
                problems.add(Problem.of(
                        ProblemCode.USAGE,
                        "The body has no member '%s', only selection, partitions, only, force.".formatted(name)));
            }
        }
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
        return new PlanBody(
                selection,
                partitions,
                only ? Upstreams.SELECTION_ONLY : Upstreams.INCLUDED,
                force ? Force.SELECTED : Force.NOTHING);
    }

    /// The assets that are meant; what the selection asks of the project is not answered yet.
    ///
    /// @throws WeirException if it cannot be read
    public AssetSelection assets() {
        return selection.isEmpty() ? AssetSelection.ALL : AssetSelection.parse(selection);
    }

    /// @param facts what a selection may ask of the project
    /// @throws WeirException if selection or partitions cannot be read
    public RunRequest request(EnvironmentName environment, SelectionFacts facts, Instant now) {
        return RunRequest.of(environment, assets().with(facts), now)
                .partitions(partitions.stream().map(PartitionRequest::parse).toList())
                .with(upstreams)
                .with(force);
    }

    /// The command that does the same. Two bodies that ask for the same have the same.
    public String commandLine() {
        List<String> words = new ArrayList<>(List.of("weir", "materialize"));
        if (!selection.isEmpty()) {
            words.add(selection);
        }
        for (String partition : partitions) {
            words.add("--partition");
            words.add(partition);
        }
        if (upstreams == Upstreams.SELECTION_ONLY) {
            words.add("--only");
        }
        if (force == Force.SELECTED) {
            words.add("--force");
        }
        return CommandText.of(words);
    }

    private static List<String> partitions(Map<String, @Nullable Object> body, List<Problem> problems) {
        List<String> partitions = new ArrayList<>();
        for (Object each : take(body, "partitions", List.class, problems).orElse(List.of())) {
            if (each instanceof String text) {
                partitions.add(text);
            } else {
                problems.add(wrong("partitions"));
            }
        }
        return partitions;
    }

    private static <T> Optional<T> take(
            Map<String, @Nullable Object> body, String name, Class<T> type, List<Problem> problems) {
        Object value = body.get(name);
        if (body.containsKey(name) && !type.isInstance(value)) {
            problems.add(wrong(name));
            return Optional.empty();
        }
        return Optional.ofNullable(type.cast(value));
    }

    private static Problem wrong(String name) {
        return Problem.of(
                ProblemCode.USAGE,
                "Member %s is not what it should be: selection is a text, partitions are a list of texts, only and force are true or false."
                        .formatted(name));
    }
}
