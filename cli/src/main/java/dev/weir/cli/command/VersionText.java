package dev.weir.cli.command;

import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.output.VerdictText;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.CollectedVersions;
import dev.weir.lineageui.view.Revisions;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Everything about one version, for people.
final class VersionText {
    private final Workspace workspace;
    private final Names names;
    private final Moments moments;
    private final Revisions revisions;

    VersionText(Workspace workspace, Names names, Moments moments) {
        this.workspace = workspace;
        this.names = names;
        this.moments = moments;
        this.revisions = new Revisions(workspace.runs());
    }

    void print(Version version, Screen screen) {
        screen.line(screen.paint(Style.BOLD, names.of(version)) + "  " + state(version, screen));
        new CollectedVersions(workspace)
                .of(version)
                .ifPresent(collected -> screen.line(CollectedText.sentence(version, collected, names, moments)));
        screen.line();
        Facts facts = new Facts()
                .add("made", moments.of(version.origin().createdAt()))
                .add("run", version.origin().run())
                .add("commit", revisions.of(version).map(Revision::toString).orElse(""));
        switch (version.content()) {
            case Content.Nothing _ -> facts.add("content", "nothing but the fact");
            case Content.Json(var text) -> facts.add("value", text);
            case Content.TableFiles table -> {
                facts.add("rows", Quantity.count(table.rows()))
                        .add("size", size(table))
                        .add("columns", table.schema());
                for (DataFile file : table.quarantined()) {
                    facts.add("put aside", Quantity.of(file.rows(), "row") + " in " + workspace.pathOf(file));
                }
            }
            case Content.OneFile(var file) ->
                facts.add("file", workspace.pathOf(file)).add("size", Quantity.bytes(file.bytes()));
            case Content.Folder folder ->
                facts.add("folder", workspace.pathOf(folder.path()))
                        .add("size", Quantity.bytes(folder.bytes()) + " in " + Quantity.of(folder.files().size(), "file"));
        }
        facts.add("code", version.digests().code().value().abbreviated())
                .add("config", version.digests().config().value().abbreviated())
                .add("data", version.digests().data().value().abbreviated());
        new TreeMap<>(version.metadata()).forEach(facts::add);
        new TreeMap<>(version.tags()).forEach((name, value) -> facts.add("tag " + name, value));
        facts.add("read", version.inputs().stream().map(this::input).toList());
        facts.print(screen);
        printVerdicts(workspace.versions().verdictsOf(version.id()), screen);
    }

    private static String size(Content.TableFiles table) {
        return table.files().stream().anyMatch(DataFile::isView)
                ? "none of its own: a view over what it read"
                : Quantity.bytes(table.bytes()) + " in " + Quantity.of(table.files().size(), "file");
    }

    static String state(Version version, Screen screen) {
        if (!version.tainted().isEmpty()) {
            return screen.paint(Style.YELLOW, "tainted: " + version.tainted());
        }
        String state = inWords(version.state());
        return screen.paint(version.state() == VersionState.PUBLISHED ? Style.GREEN : Style.RED, state);
    }

    static String inWords(VersionState state) {
        return state == VersionState.CONDEMNED ? "collected" : state.name().toLowerCase(Locale.ROOT);
    }

    private String input(InputUse input) {
        return switch (input) {
            case InputUse.Exact exact ->
                workspace
                        .versions()
                        .find(exact.version())
                        .map(names::of)
                        .orElseGet(() -> exact.asset() + " " + exact.version());
            case InputUse.Many many ->
                "%s (as of commit %d)".formatted(names.of(many.asset(), many.partitions()), many.asOf());
        };
    }

    private static void printVerdicts(List<Verdict> verdicts, Screen screen) {
        if (verdicts.isEmpty()) {
            return;
        }
        screen.line();
        TextTable table = TextTable.of("check", "verdict", "what holds", "found");
        for (Verdict verdict : verdicts) {
            table.row(verdict.check().name(), verdictCell(verdict), verdict.description(), VerdictText.found(verdict));
        }
        table.print(screen);
        verdicts.stream().filter(verdict -> !verdict.result().passed()).forEach(verdict -> printSample(verdict, screen));
    }

    private static Object verdictCell(Verdict verdict) {
        if (verdict.result().passed()) {
            return TextTable.cell(Style.GREEN, "passed");
        }
        return verdict.severity() == CheckSeverity.ERROR
                ? TextTable.cell(Style.RED, "failed")
                : TextTable.cell(Style.YELLOW, "warned");
    }

    private static void printSample(Verdict verdict, Screen screen) {
        if (!verdict.result().sample().isEmpty()) {
            screen.line();
            screen.line("Rows that %s found wrong:".formatted(verdict.check().name()));
            VerdictText.printSample(verdict, "", screen);
        }
    }
}
