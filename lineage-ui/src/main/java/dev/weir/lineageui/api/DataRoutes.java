package dev.weir.lineageui.api;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.data.Differences;
import dev.weir.lineageui.data.KeyColumns;
import dev.weir.lineageui.data.Profiles;
import dev.weir.lineageui.data.PutAside;
import dev.weir.lineageui.data.Samples;
import dev.weir.lineageui.data.Workbench;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Optional;

/// The data of versions: first rows, how columns are filled, what differs.
final class DataRoutes {
    private static final Parameter KEY = Parameter.required("key", "The asset, by its key or the last segment of it");
    private static final Parameter PARTITION = Parameter.optional("partition", "One partition of it, by its key");
    private static final Parameter VERSION = version("version", "The number of one version of the partition; by default what is current");
    private static final Parameter REJECTED = flag("rejected", "Whether the newest rejected version is meant");
    private static final int MOST_ROWS = 1_000;
    private static final int ROWS = 100;

    private final ServedProject project;
    private final Samples samples;
    private final Profiles profiles;
    private final Differences differences;

    DataRoutes(ServedProject project, Workbench workbench) {
        this.project = project;
        samples = new Samples(project, workbench);
        profiles = new Profiles(project, workbench);
        differences = new Differences(project, workbench);
    }

    private static Parameter flag(String name, String help) {
        return Parameter.oneOf(name, help + "; by default false", List.of("true", "false"));
    }

    private static Parameter version(String name, String help) {
        return Parameter.number(name, help, 999_999_999);
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/asset/sample",
                        "The first rows of a version, or what else it holds, and what its checks found",
                        Answered.json("Rows with a value for each column; none of what is no table.", DataShapes.sample()),
                        this::sample,
                        KEY,
                        PARTITION,
                        VERSION,
                        REJECTED,
                        flag("quarantined", "Whether the rows are meant that were put aside"),
                        Parameter.number("offset", "How many rows to leave out; by default 0", 999_999_999),
                        Parameter.number("limit", "How many at most; by default 100", MOST_ROWS)),
                Route.get(
                        "/asset/profile",
                        "How the columns of a version are filled",
                        Answered.json("The columns of a table; none of what is no table.", DataShapes.profile()),
                        this::profile,
                        KEY,
                        PARTITION,
                        VERSION,
                        REJECTED),
                Route.get(
                        "/diff",
                        "What differs between two versions of a partition",
                        Answered.json("As weir diff --json, with up to 200 rows that differ.", DataShapes.diff()),
                        this::diff,
                        KEY,
                        PARTITION,
                        version("from", "The number of the earlier version; by default the one that was published before"),
                        version("to", "The number of the later one; by default the current one"),
                        Parameter.optional("by", "The columns that tell rows apart, with commas; by default those of @Unique")));
    }

    private Versions found() {
        return new Versions(project, project.environment());
    }

    private Reference reference(Call call, String number) {
        String partition = call.text("partition").map(key -> "@" + key).orElse("");
        String version = call.text(number).map(given -> "#" + given).orElse("");
        return Reference.parse(call.required("key") + partition + version, project.graph());
    }

    private static boolean isSet(Call call, String flag) {
        return call.text(flag).equals(Optional.of("true"));
    }

    private Version version(Call call) {
        Reference reference = reference(call, "version");
        if (!isSet(call, "rejected")) {
            return found().require(reference);
        }
        if (reference.number().isPresent()) {
            throw new WeirException(ProblemCode.USAGE, "Parameters version and rejected both name a version: leave one of them out.");
        }
        return found().rejected(reference).orElseThrow(() -> new WeirException(
                ProblemCode.UNKNOWN_VERSION,
                "No rejected version of %s stands in environment %s."
                        .formatted(reference.asset(), project.environment())));
    }

    private Reply sample(Call call) {
        Version version = version(call);
        Content content = isSet(call, "quarantined") ? putAside(version) : version.content();
        Samples.Page page = new Samples.Page(call.number("offset", 0), call.number("limit", ROWS));
        return Reply.json(samples.of(version, content, page));
    }

    private Content putAside(Version version) {
        List<Version> aside = PutAside.of(version.target().asset(), List.of(version), project).versions();
        if (!aside.isEmpty()) {
            return aside.getFirst().content();
        }
        return version.content() instanceof Content.TableFiles table
                ? new Content.TableFiles(table.schema(), List.of(), List.of())
                : version.content();
    }

    private Reply profile(Call call) {
        return Reply.json(profiles.of(version(call)));
    }

    private Reply diff(Call call) {
        Version after = found().require(reference(call, "to"));
        Version before = call.text("from").isPresent()
                ? found().require(reference(call, "from"))
                : found().before(after);
        return Reply.json(differences.between(before, after, call.text("by").map(KeyColumns::typed)));
    }
}
