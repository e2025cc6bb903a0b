package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.Verdict;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is asserted of assets, and what was found of their newest versions.
final class CheckRoutes {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final ServedProject project;
    private final StatusBoard board;

    CheckRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    /// @param found what it found wrong, the newest version first; empty if nobody knows yet
    private record Declared(AssetKey asset, CheckSpec check, Optional<List<FailedCheck>> found) {

        List<FailedCheck> failed() {
            return found.orElse(List.of());
        }

        boolean isFailing(CheckSeverity severity) {
            return failed().stream().anyMatch(each -> each.verdict().severity() == severity);
        }
    }

    // A version that was rejected is newer than what is current.
    private static final Comparator<FailedCheck> NEWEST_FIRST = Comparator.comparing(FailedCheck::madeAt)
            .thenComparing(FailedCheck::number)
            .reversed();

    private static final Comparator<Declared> WORST_FIRST = Comparator.comparingInt((Declared each) -> rank(each))
            .thenComparing(each -> each.failed().size(), Comparator.reverseOrder())
            .thenComparing(Declared::asset)
            .thenComparing(each -> each.check.name());

    private static int rank(Declared declared) {
        return declared.isFailing(CheckSeverity.ERROR) ? 0 : declared.isFailing(CheckSeverity.WARN) ? 1 : 2;
    }

    List<Route> routes() {
        Map<String, Object> shape = object(
                member("asset", text()),
                member("check", text()),
                member("severity", oneOf(CheckSeverity.values())),
                member("description", text()),
                member("version", orNull(text())),
                member("verdict", orNull(ref("Verdict"))),
                member("failing", orNull(integer())));
        return List.of(
                Route.get(
                        "/checks",
                        "The checks that are declared, those first that found something wrong",
                        Answered.json(
                                "A page of checks, each with what it found last: of one that found something wrong, that.",
                                object(
                                        member("total", integer()),
                                        member("checks", list(shape)),
                                        member("looking", orNull(ref("Looking"))))),
                        this::all,
                        Parameter.optional("q", "Words that all stand in the asset, the name or the description"),
                        Parameter.oneOf("severity", "Only those of that severity", severities()),
                        Parameter.oneOf("found", "Only those that found something wrong, or nothing", List.of("failed", "nothing")),
                        Parameter.selection("Of which assets, as on the command line; by default all"),
                        Parameter.number("offset", "How many to leave out; by default 0", 10_000_000),
                        Parameter.number("limit", "How many at most; by default 50", LARGEST_PAGE)),
                Route.get(
                        "/asset/checks",
                        "The checks of one asset",
                        Answered.json(
                                "All of them, each with what it found of the newest version, or of the partition's.",
                                object(member("checks", list(shape)), member("looking", orNull(ref("Looking"))))),
                        this::ofAsset,
                        Parameter.required("key", "The asset, by its key or the last segment of it"),
                        Parameter.optional("partition", "One partition of it, by its key")));
    }

    private static List<String> severities() {
        return Arrays.stream(CheckSeverity.values()).map(Enum::name).toList();
    }

    private Reply all(Call call) {
        Standings standings = board.now();
        List<AssetKey> assets = call.text("selection").map(standings::select).orElseGet(() -> project.graph().keys());
        List<Declared> declared = assets.stream()
                .flatMap(asset -> declared(asset, standings).stream())
                .filter(each -> fits(each, call))
                .sorted(WORST_FIRST)
                .toList();
        return Reply.json(new JsonObject()
                .with("total", declared.size())
                .with(
                        "checks",
                        declared.stream().skip(call.number("offset", 0)).limit(call.number("limit", PAGE)).toList(),
                        this::newest)
                .with("looking", standings.looking().map(Looking::json)));
    }

    private List<Declared> declared(AssetKey asset, Standings standings) {
        List<FailedCheck> failed = standings.failedChecks(asset);
        return project.checksOf(asset).stream()
                .map(check -> new Declared(
                        asset,
                        check,
                        standings.looking().isPresent() ? Optional.empty() : Optional.of(foundBy(check, failed))))
                .toList();
    }

    private static List<FailedCheck> foundBy(CheckSpec check, List<FailedCheck> failed) {
        return failed.isEmpty()
                ? failed
                : failed.stream()
                        .filter(each -> each.verdict().check().name().equals(check.name()))
                        .sorted(NEWEST_FIRST)
                        .toList();
    }

    private static boolean fits(Declared each, Call call) {
        Optional<String> found = call.text("found");
        String text = (each.asset + " " + each.check.name() + " " + each.check.description()).toLowerCase(Locale.ROOT);
        return call.text("severity").map(each.check.severity().name()::equals).orElse(true)
                && found.map(word -> each.found.isPresent() && word.equals("failed") != each.failed().isEmpty()).orElse(true)
                && call.text("q")
                        .map(words -> Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split(" +")).allMatch(text::contains))
                        .orElse(true);
    }

    private Reply ofAsset(Call call) {
        Reference reference = Reference.parse(
                call.required("key") + call.text("partition").map(key -> "@" + key).orElse(""), project.graph());
        Optional<Version> newest = newest(reference);
        Standings standings = board.now();
        return Reply.json(new JsonObject()
                .with("checks", declared(reference.asset(), standings), each -> json(each, newest))
                .with("looking", standings.looking().map(Looking::json)));
    }

    private JsonObject newest(Declared declared) {
        if (declared.failed().isEmpty()) {
            return json(declared, newest(new Reference(declared.asset, OptionalInt.empty(), OptionalLong.empty())));
        }
        FailedCheck failed = declared.failed().getFirst();
        return json(declared)
                .with("version", new Names(project.graph()).of(failed.target()) + "#" + failed.number())
                .with("verdict", VersionJson.verdictOfPages(failed.verdict(), project))
                .with("failing", declared.failed().size());
    }

    /// That which was judged last: what was rejected, if nothing newer is current.
    private Optional<Version> newest(Reference reference) {
        Versions versions = new Versions(project, project.environment());
        return versions.rejected(reference).or(() -> versions.newest(reference));
    }

    private JsonObject json(Declared declared, Optional<Version> version) {
        Optional<Verdict> verdict = version.flatMap(of -> project.versions().verdictsOf(of.id()).stream()
                .filter(each -> each.check().name().equals(declared.check.name()))
                .reduce((_, later) -> later));
        return json(declared)
                .with("version", version.map(new Names(project.graph())::of))
                .with("verdict", verdict.map(each -> VersionJson.verdictOfPages(each, project)))
                .with("failing", declared.found.map(List::size));
    }

    private static JsonObject json(Declared declared) {
        return new JsonObject()
                .with("asset", declared.asset)
                .with("check", declared.check.name())
                .with("severity", declared.check.severity())
                .with("description", declared.check.description());
    }
}
