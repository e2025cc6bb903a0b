package dev.weir.cli.command;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.diff.ColumnProfile;
import dev.weir.materializer.diff.RowDiff;
import dev.weir.materializer.diff.RowDiff.Example;
import dev.weir.materializer.diff.TableDiff;
import java.util.List;
import java.util.Map;

/// What differs between two tables, as JSON.
final class TableDiffJson {

    private TableDiffJson() {}

    static JsonObject addTo(JsonObject json, TableDiff diff) {
        return json
                .with(
                        "columns",
                        new JsonObject()
                                .with("added", diff.schema().added(), VersionJson::column)
                                .with("removed", diff.schema().removed(), VersionJson::column)
                                .with("changed", diff.schema().changed(), change -> new JsonObject()
                                        .with("before", VersionJson.column(change.before()))
                                        .with("after", VersionJson.column(change.after()))))
                .with("rows_before", diff.rowsBefore())
                .with("rows_after", diff.rowsAfter())
                .with("key", diff.rows() instanceof RowDiff.ByKey keyed ? keyed.key() : List.of())
                .with("added", diff.rows().added())
                .with("removed", diff.rows().removed())
                .with("changed", diff.rows() instanceof RowDiff.ByKey keyed ? keyed.changed() : null)
                .with("unchanged", diff.rows().same())
                .with("changed_columns", diff.rows() instanceof RowDiff.ByKey keyed ? keyed.changedColumns() : Map.of())
                .with("examples", diff.rows().examples(), TableDiffJson::example)
                .with("profile_before", diff.before(), TableDiffJson::profile)
                .with("profile_after", diff.after(), TableDiffJson::profile)
                .with("notes", diff.notes());
    }

    private static JsonObject example(Example example) {
        JsonObject values = new JsonObject();
        example.values().forEach((name, value) -> values.with(
                name, new JsonObject().with("before", value.before()).with("after", value.after())));
        return new JsonObject().with("row", example.fate()).with("key", example.key()).with("values", values);
    }

    private static JsonObject profile(ColumnProfile profile) {
        return new JsonObject()
                .with("column", profile.column())
                .with("nulls", profile.nulls())
                .with("distinct", profile.distinct())
                .with("min", profile.min())
                .with("max", profile.max())
                .with("mean", profile.mean());
    }
}
