package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.number;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.LatestVersions;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.VersionSeries;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.util.List;
import java.util.Map;

/// How the numbers of an asset went: what a page draws lines of.
final class SeriesRoutes {
    private static final int POINTS = 200;
    private static final int MOST = 500;

    private final ServedProject project;

    SeriesRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/asset/series",
                "Rows, bytes, duration and the other numbers of the last versions, as columns",
                Answered.json(
                        "Number i of each list is about the same version, the oldest first: of an asset without partitions its last"
                                + " published versions, else the current ones of its last partitions.",
                        shape()),
                this::series,
                Parameter.required("key", "The asset, by its key or the last segment of it"),
                Parameter.number("limit", "How many versions at most; by default 200", MOST)));
    }

    private static Map<String, Object> shape() {
        return object(
                member("asset", text()),
                member("axis", oneOf(List.of("partition", "version"))),
                member("labels", list(text())),
                member("at", list(instant())),
                member("series", list(object(
                        member("name", text()), member("values", list(orNull(number())))))));
    }

    private Reply series(Call call) {
        AssetKey asset = Reference.parse(call.required("key"), project.graph()).asset();
        PartitionsDefinition partitions = project.graph().asset(asset).partitions();
        List<Version> versions =
                new LatestVersions(project, project.environment()).published(asset, call.number("limit", POINTS));
        VersionSeries series =
                VersionSeries.of(versions, project.versions().took(versions.stream().map(Version::id).toList()));
        return Reply.json(new JsonObject()
                .with("asset", asset)
                .with("axis", partitions instanceof Unpartitioned ? "version" : "partition")
                .with("labels", versions, version -> label(version, partitions))
                .with("at", versions, version -> version.origin().createdAt())
                .with("series", series.lines(), line -> new JsonObject()
                        .with("name", line.name())
                        .with("values", line.values())));
    }

    private static String label(Version version, PartitionsDefinition partitions) {
        return partitions instanceof Unpartitioned
                ? "#" + version.number()
                : partitions.keyOf(version.target().ordinal()).toString();
    }
}
