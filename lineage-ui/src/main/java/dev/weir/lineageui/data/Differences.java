package dev.weir.lineageui.data;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.lineageui.view.SensitiveColumns;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.diff.SchemaDiff;
import dev.weir.materializer.diff.TableDiff;
import dev.weir.materializer.diff.TableDiffer;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What differs between two versions of an asset, for pages.
public final class Differences {
    private static final TableDiffer.Shown SHOWN = new TableDiffer.Shown(200, 1_000);

    private final ProjectFacts facts;
    private final Workbench workbench;

    public Differences(ProjectFacts facts, Workbench workbench) {
        this.facts = facts;
        this.workbench = workbench;
    }

    /// @param by the columns by which rows are told apart; those that the asset declares if empty
    /// @throws WeirException if a version lacks one of them
    public JsonObject between(Version before, Version after, Optional<List<String>> by) {
        VersionJson json = VersionJson.ofPages(facts);
        JsonObject answer = new JsonObject().with("before", json.summary(before)).with("after", json.summary(after));
        if (before.content() instanceof Content.TableFiles old && after.content() instanceof Content.TableFiles now) {
            return tables(answer, new Sides(before, old, after, now), by);
        }
        Map<String, ValueDiffs.Change> changes = new ValueDiffs(facts).compare(before.content(), after.content());
        Map<String, ValueDiffs.Change> shown = new TreeMap<>();
        boolean masked = !SensitiveColumns.of(after.target().asset(), facts).isEmpty();
        changes.forEach((name, change) -> shown.put(name, masked ? change.withoutLines() : change));
        return answer.with("same", changes.isEmpty()).with("changes", ValueDiffs.json(shown));
    }

    private record Sides(Version before, Content.TableFiles old, Version after, Content.TableFiles now) {
        boolean areEqual() {
            return old.files().equals(now.files()) && old.schema().equals(now.schema());
        }
    }

    private JsonObject tables(JsonObject answer, Sides sides, Optional<List<String>> by) {
        if (sides.areEqual()) {
            return answer.with("same", true);
        }
        List<String> key = by.orElseGet(() -> KeyColumns.declared(
                sides.after.target().asset(), sides.old.schema(), sides.now.schema(), facts));
        Set<String> sensitive = SensitiveColumns.of(sides.after.target().asset(), facts);
        requireKey(key, sides);
        TableDiff diff = diff(sides, key);
        List<String> notes = new ArrayList<>(diff.notes());
        if (key.isEmpty()) {
            notes.add("No column is known to tell rows apart, so that rows are compared as a whole: name columns with `by`, or declare @Unique.");
        }
        TableDiff told = new TableDiff(
                diff.schema(), diff.rowsBefore(), diff.rowsAfter(), diff.rows(), diff.before(), diff.after(), notes);
        return new TableDiffJson(Cells.ofPages(sides.now.schema(), sensitive)).addTo(answer.with("same", diff.isEmpty()), told);
    }

    private TableDiff diff(Sides sides, List<String> key) {
        PublishedTables tables = new PublishedTables(facts);
        Names names = new Names(facts.graph());
        String about = "%s and %s".formatted(names.of(sides.before), names.of(sides.after));
        return workbench.ask(about, tables.paths(List.of(sides.before, sides.after)), db -> new TableDiffer(db, SHOWN)
                .compare(tables.asStored(sides.before, sides.old, db), tables.asStored(sides.after, sides.now, db), key));
    }

    private static void requireKey(List<String> key, Sides sides) {
        try {
            TableDiffer.requireKey(key, SchemaDiff.between(sides.old.schema(), sides.now.schema()));
        } catch (IllegalArgumentException wrongKey) {
            throw new WeirException(ProblemCode.USAGE, "Parameter by: %s.".formatted(wrongKey.getMessage()), wrongKey);
        }
    }
}
