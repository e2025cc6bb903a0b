package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Parameter.number;
import static dev.weir.lineageui.api.Parameter.optional;
import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.map;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Description;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionsJson;
import dev.weir.lineageui.view.Search;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The catalogue: assets by what they are called and described as, and how they stand.
final class AssetsRoutes {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int MOST_FOUND = 50;

    private final ServedProject project;
    private final StatusBoard board;
    private volatile @Nullable Indexed indexed;

    AssetsRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    private record Indexed(Definitions of, Search search) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/assets",
                        "The assets that fit, by key, a page at a time; several values of a filter are joined by commas",
                        Answered.json(
                                "A page of them, and how many of all that fit are of each group, owner, tag, kind and status.",
                                pageShape()),
                        this::page,
                        optional("q", "Words that all stand in the key or the description"),
                        optional("group", "Groups"),
                        optional("owner", "Owners"),
                        optional("tag", "Tags"),
                        optional("kind", "Kinds"),
                        Parameter.someOf("status", "Statuses", AssetStanding.words()),
                        Parameter.selection("As on the command line, such as +daily_delays or status:stale"),
                        number("offset", "How many to leave out; by default 0", 10_000_000),
                        number("limit", "How many at most; by default 50", LARGEST_PAGE)),
                Route.get(
                        "/search",
                        "What has a name that contains a text: assets, columns, owners, tags, groups and kinds, the best first",
                        Answered.json("What was found, 50 at most.", searchShape()),
                        call -> found(search().find(call.required("q"), MOST_FOUND)),
                        Parameter.required(
                                "q", "The text; c:, o:, t:, g: or k: before it asks for columns, owners, tags, groups or kinds only")));
    }

    private static Map<String, Object> pageShape() {
        return object(
                member("total", integer()),
                member("facets", object(
                        member("group", map(integer())),
                        member("owner", map(integer())),
                        member("tag", map(integer())),
                        member("kind", map(integer())),
                        member("status", map(integer())))),
                member("items", list(object(
                        member("key", text()),
                        member("group", text()),
                        member("description", text()),
                        member("owners", list(text())),
                        member("tags", list(text())),
                        member("kinds", list(text())),
                        member("partitions", orNull(ref("Partitions"))),
                        member("status", ref("Status")),
                        member("reason", text()),
                        member("current", orNull(object(
                                member("version", text()),
                                member("published_at", instant()),
                                member("rows", orNull(integer())),
                                member("bytes", orNull(integer())))))))),
                member("looking", orNull(ref("Looking"))));
    }

    private static Map<String, Object> searchShape() {
        return object(member("found", list(object(
                member("kind", Shapes.oneOf(Search.kinds())),
                member("text", text()),
                member("asset", orNull(text()))))));
    }

    // Definitions are read once, and large.
    @SuppressWarnings("ReferenceEquality")
    private Search search() {
        Definitions definitions = project.definitions();
        Indexed known = indexed;
        if (known == null || known.of != definitions) {
            known = new Indexed(definitions, new Search(definitions.graph()));
            indexed = known;
        }
        return known.search;
    }

    private static Reply found(List<Search.Found> found) {
        return Reply.json(new JsonObject().with("found", found, each -> new JsonObject()
                .with("kind", each.kind().word())
                .with("text", each.text())
                .with("asset", each.asset())));
    }

    private Reply page(Call call) {
        Standings standings = board.now();
        List<AssetKey> selected = call.text("selection").map(standings::select).orElseGet(() -> project.graph().keys());
        List<AssetSpec> fitting = selected.stream()
                .map(project.graph()::asset)
                .filter(asset -> fits(asset, call, standings))
                .sorted(Comparator.comparing(AssetSpec::key))
                .toList();
        List<AssetSpec> items = fitting.stream()
                .skip(call.number("offset", 0))
                .limit(call.number("limit", PAGE))
                .toList();
        List<AssetKey> keys = items.stream().map(AssetSpec::key).toList();
        Found found = new Found(
                standings, standings.reasons(keys), new Versions(project, project.environment()).newest(keys));
        return Reply.json(new JsonObject()
                .with("total", fitting.size())
                .with("facets", Facets.of(fitting, standings))
                .with("items", items, asset -> item(asset, found))
                .with("looking", standings.looking().map(Looking::json)));
    }

    private static boolean fits(AssetSpec asset, Call call, Standings standings) {
        Description description = asset.description();
        return is(call, "group", List.of(description.group()))
                && is(call, "owner", description.owners())
                && is(call, "tag", description.tags())
                && is(call, "kind", description.kinds())
                && is(call, "status", List.of(standings.of(asset.key()).word()))
                && contains(asset, call.text("q").orElse(""));
    }

    private static boolean is(Call call, String filter, List<String> values) {
        Optional<String> wanted = call.text(filter);
        return wanted.isEmpty() || List.of(wanted.get().split(",")).stream().anyMatch(values::contains);
    }

    private static boolean contains(AssetSpec asset, String words) {
        if (words.isBlank()) {
            return true;
        }
        String text = (asset.key() + " " + asset.description().text()).toLowerCase(Locale.ROOT);
        return List.of(words.strip().toLowerCase(Locale.ROOT).split(" +")).stream().allMatch(text::contains);
    }

    /// What is said of the assets of a page.
    private record Found(Standings standings, Map<AssetKey, String> reasons, Map<AssetKey, Version> newest) {}

    private JsonObject item(AssetSpec asset, Found found) {
        Description description = asset.description();
        return new JsonObject()
                .with("key", asset.key())
                .with("group", description.group())
                .with("description", description.text())
                .with("owners", description.owners())
                .with("tags", description.tags())
                .with("kinds", description.kinds())
                .with("partitions", PartitionsJson.of(asset.partitions()))
                .with("status", found.standings.of(asset.key()).word())
                .with("reason", found.reasons.get(asset.key()))
                .with("current", Optional.ofNullable(found.newest.get(asset.key())).map(this::current));
    }

    private JsonObject current(Version version) {
        boolean tabular = version.content() instanceof Content.TableFiles;
        return new JsonObject()
                .with("version", new Names(project.graph()).of(version))
                .with("published_at", version.origin().createdAt())
                .with("rows", tabular ? version.content().rows() : null)
                .with("bytes", version.content().isInFiles() ? version.content().bytes() : null);
    }
}
