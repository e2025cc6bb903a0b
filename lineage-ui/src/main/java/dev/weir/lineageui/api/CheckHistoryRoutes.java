package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.ANY;
import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.map;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.LatestVersions;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What one check has found of the last versions.
final class CheckHistoryRoutes {
    private static final int RESULTS = 60;
    private static final int MOST = 500;

    private final ServedProject project;

    CheckHistoryRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/asset/check",
                "What one check found of the last versions, and how many assets wait where it blocks",
                Answered.json(
                        "The results, the oldest first: of an asset without partitions those of its last versions, else those of its"
                                + " last partitions.",
                        object(
                                member("asset", text()),
                                member("check", text()),
                                member("downstream", integer()),
                                member("history", list(object(
                                        member("version", text()),
                                        member("made_at", instant()),
                                        member("state", Shapes.oneOf(VersionState.values())),
                                        member("passed", bool()),
                                        member("severity", Shapes.oneOf(CheckSeverity.values())),
                                        member("metadata", map(ANY))))))),
                this::history,
                Parameter.required("key", "The asset, by its key or the last segment of it"),
                Parameter.required("check", "The check, by its name"),
                Parameter.number("limit", "How many results at most; by default 60", MOST)));
    }

    private Reply history(Call call) {
        AssetKey asset = Reference.parse(call.required("key"), project.graph()).asset();
        CheckKey check = new CheckKey(asset, call.required("check"));
        if (project.checksOf(asset).stream().noneMatch(declared -> declared.name().equals(check.name()))) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "Asset %s has no check %s: weir checks %s names those it has.".formatted(asset, check.name(), asset));
        }
        List<Version> versions = new LatestVersions(project, project.environment()).of(asset, call.number("limit", RESULTS));
        Map<VersionId, Verdict> verdicts =
                project.versions().verdictsOf(check, versions.stream().map(Version::id).toList());
        Names names = new Names(project.graph());
        return Reply.json(new JsonObject()
                .with("asset", asset)
                .with("check", check.name())
                .with("downstream", behind(asset))
                .with(
                        "history",
                        versions.stream().filter(version -> verdicts.containsKey(version.id())).toList(),
                        version -> judged(names.of(version), version, Objects.requireNonNull(verdicts.get(version.id())))));
    }

    private JsonObject judged(String name, Version version, Verdict verdict) {
        return new JsonObject()
                .with("version", name)
                .with("made_at", version.origin().createdAt())
                .with("state", version.state())
                .with("passed", verdict.result().passed())
                .with("severity", verdict.severity())
                .with("metadata", VersionJson.verdictOfPages(verdict, project).members().get("metadata"));
    }

    private int behind(AssetKey asset) {
        Set<AssetKey> seen = new HashSet<>();
        Deque<AssetKey> open = new ArrayDeque<>(List.of(asset));
        while (!open.isEmpty()) {
            for (AssetKey reader : project.graph().downstreamOf(open.removeLast())) {
                if (seen.add(reader)) {
                    open.addLast(reader);
                }
            }
        }
        return seen.size();
    }
}
