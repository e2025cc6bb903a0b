package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.map;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.number;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.lineageui.api.Incidents.Incident;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetJson;
import dev.weir.lineageui.view.HoldJson;
import dev.weir.lineageui.view.LineageJson;
import dev.weir.lineageui.view.LineageView;
import dev.weir.lineageui.view.PartitionRanges;
import dev.weir.lineageui.view.PartitionsJson;
import dev.weir.lineageui.view.PartitionsView;
import dev.weir.lineageui.view.PlanJson;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.SkipJson;
import dev.weir.lineageui.view.VersionBefore;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.lineageui.view.Versions;
import dev.weir.lineageui.view.WhyJson;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.status.StandingRejections;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.materializer.why.Standing;
import dev.weir.materializer.why.Why;
import dev.weir.partitions.PartitionsDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One asset: what it is, why it stands as it does, its partitions, its versions, where they came from and went.
final class OneAssetRoutes {
    private static final Parameter KEY = Parameter.required("key", "The asset, by its key or the last segment of it");
    private static final Parameter PARTITION = Parameter.optional("partition", "One partition of it, by its key");
    private static final Parameter VERSION = Parameter.number("version", "The number of one version of the partition", 999_999_999);
    private static final int LARGEST_PAGE = 500;
    private static final int PAGE = 50;
    private static final int DEEPEST = 1_000;
    private static final int MOST_OF_LINEAGE = 5_000;

    private final ServedProject project;
    private final StatusBoard board;

    OneAssetRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/asset",
                        "One asset, and its newest version or the one that is named",
                        Answered.json("As weir show --json, with how it stands, what it reads, and where it is declared.", shown()),
                        this::show,
                        KEY,
                        PARTITION,
                        VERSION),
                Route.get(
                        "/asset/why",
                        "Whether it is up to date, and the fact that decides",
                        Answered.json("As weir why --json: a plan of the whole asset, or the chain behind a partition or version.", why()),
                        this::why,
                        KEY,
                        PARTITION,
                        VERSION),
                Route.get(
                        "/asset/partitions",
                        "Which of its partitions are in which state, as ranges",
                        Answered.json("As weir partitions --json.", partitions()),
                        this::partitions,
                        KEY),
                Route.get(
                        "/asset/versions",
                        "The versions of one partition, the newest first, or the current ones of all, those of the last partition first",
                        Answered.json("A page of versions.", versions()),
                        this::versions,
                        KEY,
                        PARTITION,
                        Parameter.number("offset", "How many to leave out; by default 0", 100_000_000),
                        Parameter.number("limit", "How many at most; by default 50", LARGEST_PAGE)),
                Route.get(
                        "/asset/lineage",
                        "What a version was made from, and what was made from it, by exact versions",
                        Answered.json(
                                "As weir lineage --json, 5,000 versions at most.",
                                object(
                                        member("version", ref("VersionSummary")),
                                        sometimes("upstream", ref("LineageSide")),
                                        sometimes("downstream", ref("LineageSide")))),
                        this::lineage,
                        KEY,
                        PARTITION,
                        VERSION,
                        Parameter.oneOf("direction", "Only one side; by default both", List.of("up", "down")),
                        Parameter.number("depth", "How many steps away; by default all", DEEPEST)));
    }

    private static Map<String, Object> shown() {
        return object(
                member("asset", ref("Asset")),
                member("version", orNull(ref("VersionFull"))),
                member("took_ms", orNull(number())),
                member("before", orNull(ref("VersionSummary"))),
                member("rejected", orNull(ref("VersionSummary"))),
                member("skipped", orNull(ref("Skipped"))),
                member("held", list(ref("Held"))),
                member("status", ref("Status")),
                member("looking", orNull(ref("Looking"))),
                member("reason", text()),
                member("incident", orNull(object(
                        member("target", text()),
                        member("run", text()),
                        member("since", instant()),
                        member("problem", orNull(text()))))),
                member("inputs", list(object(
                        member("parameter", text()), member("reference", text()), member("type", text())))),
                member("source", object(member("class", text()), member("method", text()), member("query", orNull(text())))));
    }

    private static Map<String, Object> why() {
        return object(
                sometimes("plan", ref("Plan")),
                sometimes("target", text()),
                sometimes("standing", oneOf(Standing.values())),
                sometimes("current", orNull(text())),
                sometimes("held", orNull(ref("Held"))),
                sometimes("renamed_from", list(text())),
                sometimes("chain", list(ref("Cause"))));
    }

    private static Map<String, Object> partitions() {
        return object(
                member("asset", text()),
                member("partitions", orNull(ref("Partitions"))),
                member("states", map(ref("PartitionSet"))),
                member("skips", list(ref("Skipped"))));
    }

    private static Map<String, Object> versions() {
        return object(
                member("total", integer()),
                member("versions", list(Shapes.with(Components.versionSummary(), member("current", Shapes.bool())))),
                member("held", list(ref("Held"))));
    }

    private Reference reference(Call call) {
        String partition = call.text("partition").map(key -> "@" + key).orElse("");
        String version = call.text("version").map(number -> "#" + number).orElse("");
        return Reference.parse(call.required("key") + partition + version, project.graph());
    }

    private Versions found() {
        return new Versions(project, project.environment());
    }

    private Reply show(Call call) {
        Reference reference = reference(call);
        AssetSpec asset = project.graph().asset(reference.asset());
        VersionJson json = VersionJson.ofPages(project);
        Standings standings = board.now();
        Names names = new Names(project.graph());
        Optional<Version> version = found().find(reference);
        return Reply.json(new JsonObject()
                .with("asset", AssetJson.of(project, asset.key()))
                .with("version", version.map(json::full))
                .with("took_ms", version.map(each -> project.versions().took(List.of(each.id())).get(each.id())))
                .with("before", version.flatMap(new VersionBefore(project, project.environment())::of).map(json::summary))
                .with("rejected", found().rejected(reference).map(json::summary))
                .with("skipped", found().skips(reference).stream().findFirst().map(skip -> SkipJson.of(skip, asset.partitions())))
                .with("held", found().holds(reference), hold -> HoldJson.of(hold, names))
                .with("status", standings.of(asset.key()).word())
                .with("looking", standings.looking().map(Looking::json))
                .with("reason", standings.reasons(List.of(asset.key())).get(asset.key()))
                .with("incident", new Incidents(project, standings).of(asset.key()).map(Incident::json))
                .with("inputs", asset.inputs(), OneAssetRoutes::input)
                .with("source", new JsonObject()
                        .with("class", asset.computation().declaringClass())
                        .with("method", asset.computation().method())
                        .with("query", asset.computation().query())));
    }

    private static JsonObject input(InputSpec input) {
        return new JsonObject()
                .with("parameter", input.parameter())
                .with("reference", input.reference())
                .with("type", input.type().javaType());
    }

    private Reply why(Call call) {
        Reference reference = reference(call);
        if (reference.partition().isEmpty()) {
            RunRequest request = RunRequest.of(
                    project.environment(), AssetSelection.parse(reference.asset().toString()), project.clock().instant());
            return Reply.json(new JsonObject()
                    .with("plan", new PlanJson(project.graph())
                            .of(new RunPlanner(project.definitions(), project.versions()).plan(request))));
        }
        Why why = new Why(project.definitions(), project.environment(), project.versions(), project.runs());
        WhyJson json = new WhyJson(project.graph());
        return Reply.json(
                reference.number().isPresent()
                        ? json.of(why.explain(found().require(reference)))
                        : json.of(why.explain(reference.target(), project.clock().instant())));
    }

    private Reply partitions(Call call) {
        AssetKey asset = reference(call).asset();
        PartitionsDefinition definition = project.graph().asset(asset).partitions();
        List<StandingSkip> skips = project.versions().standingSkips(project.environment(), List.of(asset));
        PartitionsView view = PartitionsView.of(
                definition,
                project.clock().instant(),
                project.versions().published(project.environment(), asset, Published.ALL),
                project.versions().published(project.environment(), asset, Published.TAINTED),
                StandingRejections.of(
                        project.definitions(), project.versions(), project.environment(), asset, project.clock().instant()),
                skips);
        JsonObject states = new JsonObject();
        for (PartitionsView.State state : PartitionsView.State.values()) {
            states.with(state.name().toLowerCase(Locale.ROOT), PartitionRanges.json(definition, view.in(state)));
        }
        return Reply.json(new JsonObject()
                .with("asset", asset)
                .with("partitions", PartitionsJson.of(definition))
                .with("states", states)
                .with("skips", skips, skip -> SkipJson.of(skip, definition)));
    }

    private Reply versions(Call call) {
        Reference reference = reference(call);
        List<Version> current = found().current(reference).stream().map(CurrentVersion::version).toList();
        List<Version> all = reference.partition().isEmpty() ? current.reversed() : project.versions().versionsOf(reference.target());
        Set<VersionId> ids = new HashSet<>();
        current.forEach(version -> ids.add(version.id()));
        VersionJson json = VersionJson.ofPages(project);
        Names names = new Names(project.graph());
        List<Version> page = all.stream().skip(call.number("offset", 0)).limit(call.number("limit", PAGE)).toList();
        return Reply.json(new JsonObject()
                .with("total", all.size())
                .with("versions", page, version -> json.summary(version).with("current", ids.contains(version.id())))
                .with("held", found().holds(reference), hold -> HoldJson.of(hold, names)));
    }

    private Reply lineage(Call call) {
        Version start = found().require(reference(call));
        int depth = call.number("depth", DEEPEST);
        Optional<String> only = call.text("direction");
        VersionJson json = VersionJson.ofPages(project);
        JsonObject answer = new JsonObject().with("version", json.summary(start));
        if (!only.equals(Optional.of("down"))) {
            answer.with("upstream", LineageJson.of(
                    LineageView.upstreamOf(start, project.versions(), project.environment(), depth, MOST_OF_LINEAGE), json));
        }
        if (!only.equals(Optional.of("up"))) {
            answer.with("downstream", LineageJson.of(
                    LineageView.downstreamOf(start, project.versions(), depth, MOST_OF_LINEAGE), json));
        }
        return Reply.json(answer);
    }
}
