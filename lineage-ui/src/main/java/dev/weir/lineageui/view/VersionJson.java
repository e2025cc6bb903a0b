package dev.weir.lineageui.view;

import dev.weir.assets.schema.Column;
import dev.weir.checks.Verdict;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.version.Acceptance;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Importation;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.List;

/// Versions and what belongs to them, as JSON.
public final class VersionJson {
    private final ProjectFacts facts;
    private final Names names;
    private final Revisions revisions;
    private final Audience audience;

    private enum Audience {
        OWNER,
        PAGES
    }

    private VersionJson(ProjectFacts facts, Audience audience) {
        this.facts = facts;
        this.audience = audience;
        this.names = new Names(facts.graph());
        this.revisions = new Revisions(facts.runs());
    }

    /// For who owns the data.
    public VersionJson(ProjectFacts facts) {
        this(facts, Audience.OWNER);
    }

    /// For pages: without the values that are sensitive.
    public static VersionJson ofPages(ProjectFacts facts) {
        return new VersionJson(facts, Audience.PAGES);
    }

    /// The version without its inputs and verdicts.
    public JsonObject summary(Version version) {
        JsonObject json = new JsonObject()
                .with("version", names.of(version))
                .with("id", version.id())
                .with("asset", version.target().asset())
                .with("partition", PartitionsJson.of(names.nameOf(version).partition()))
                .with("number", version.number())
                .with("state", version.state())
                .with("tainted", version.tainted().isEmpty() ? null : version.tainted())
                .with("created_at", version.origin().createdAt())
                .with("run", version.origin().run())
                .with("revision", revisions.of(version).map(RunJson::of))
                .with("rows", version.content() instanceof Content.TableFiles ? version.content().rows() : null)
                .with("bytes", version.content().isInFiles() ? version.content().bytes() : null);
        if (audience == Audience.OWNER) {
            new CollectedVersions(facts).json(version).ifPresent(collected -> json.with("collected", collected));
        }
        Importation.of(version).ifPresent(imported -> json.with("imported_from", imported.from()));
        Acceptance.of(version).ifPresent(acceptance -> json.with("accepted", accepted(acceptance)));
        return json;
    }

    private static JsonObject accepted(Acceptance acceptance) {
        return new JsonObject()
                .with("at", acceptance.at())
                .with("because", acceptance.reason())
                .with("made_by_code", acceptance.code())
                .with("made_with_config", acceptance.config());
    }

    /// Everything about the version.
    public JsonObject full(Version version) {
        JsonObject json = summary(version)
                .with("attempt", version.origin().attempt())
                .with(
                        "digests",
                        new JsonObject()
                                .with("code", version.digests().code())
                                .with("config", version.digests().config())
                                .with("inputs", version.digests().inputs())
                                .with("data", version.digests().data()))
                .with("metadata", version.metadata())
                .with("tags", version.tags())
                .with("inputs", version.inputs(), this::input);
        switch (version.content()) {
            case Content.Nothing _ -> json.with("content", "nothing");
            case Content.Json(var text) ->
                json.with("content", "json").with("value", shown(version).sensitive().isEmpty() ? text : SensitiveColumns.MASK);
            case Content.TableFiles(var schema, var files, var quarantined) ->
                json.with("content", "table")
                        .with("columns", schema.columns(), column -> column(column, version))
                        .with(
                                "files",
                                files,
                                file -> new JsonObject()
                                        .with("path", facts.pathOf(file))
                                        .with("rows", file.rows())
                                        .with("bytes", file.bytes())
                                        .with("sha256", file.sha256()))
                        .with("quarantined", quarantined, this::file);
            case Content.OneFile(var file) -> json.with("content", "file").with("files", List.of(file), this::file);
            case Content.Folder(var path, var files) ->
                json.with("content", "folder")
                        .with("path", facts.pathOf(path))
                        .with("files", files, this::file);
        }
        return json.with("checks", verdicts(version));
    }

    /// What its checks found.
    public List<JsonObject> verdicts(Version version) {
        ShownVerdict shown = shown(version);
        return facts.versions().verdictsOf(version.id()).stream()
                .map(verdict -> verdict(verdict, shown))
                .toList();
    }

    private ShownVerdict shown(Version version) {
        return switch (audience) {
            case OWNER -> ShownVerdict.WHOLE;
            case PAGES -> ShownVerdict.ofPages(version.target().asset(), facts);
        };
    }

    private JsonObject file(DataFile file) {
        return new JsonObject()
                .with("path", facts.pathOf(file))
                .with("bytes", file.bytes())
                .with("sha256", file.sha256());
    }

    private JsonObject column(Column column, Version version) {
        return switch (audience) {
            case OWNER -> column(column);
            case PAGES -> column(column).with("sensitive", shown(version).sensitive().contains(column.name()));
        };
    }

    public static JsonObject column(Column column) {
        return new JsonObject()
                .with("name", column.name())
                .with("type", column.type().sql())
                .with("nullable", column.isNullable());
    }

    public static JsonObject verdict(Verdict verdict) {
        return verdict(verdict, ShownVerdict.WHOLE);
    }

    /// What pages show of a verdict.
    public static JsonObject verdictOfPages(Verdict verdict, ProjectFacts facts) {
        return verdict(verdict, ShownVerdict.ofPages(verdict.check().asset(), facts));
    }

    private static JsonObject verdict(Verdict verdict, ShownVerdict shown) {
        return new JsonObject()
                .with("check", verdict.check().name())
                .with("passed", verdict.result().passed())
                .with("severity", verdict.severity())
                .with("description", verdict.description())
                .with("metadata", shown.metadata(verdict))
                .with("sample", shown.sample(verdict))
                .with("took_ms", verdict.took());
    }

    private JsonObject input(InputUse input) {
        return switch (input) {
            case InputUse.Exact exact ->
                new JsonObject()
                        .with("asset", exact.asset())
                        .with("version", facts.versions().find(exact.version()).map(names::of))
                        .with("id", exact.version());
            case InputUse.Many many ->
                new JsonObject()
                        .with("asset", many.asset())
                        .with("partitions", names.keysOf(many.asset(), many.partitions()))
                        .with("count", many.partitions().size())
                        .with("as_of", many.asOf());
        };
    }
}
