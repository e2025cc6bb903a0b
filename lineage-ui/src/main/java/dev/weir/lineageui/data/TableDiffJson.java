package dev.weir.lineageui.data;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.diff.ColumnProfile;
import dev.weir.materializer.diff.RowDiff;
import dev.weir.materializer.diff.RowDiff.Example;
import dev.weir.materializer.diff.TableDiff;
import java.util.List;
import java.util.Map;

/// What differs between two tables, as JSON.
///
/// @param cells how values are written
public record TableDiffJson(Cells cells) {

    public JsonObject addTo(JsonObject json, TableDiff diff) {
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
                .with("examples", diff.rows().examples(), this::example)
                .with("profile_before", diff.before(), this::profile)
                .with("profile_after", diff.after(), this::profile)
                .with("notes", diff.notes());
    }

    private JsonObject example(Example example) {
        JsonObject values = new JsonObject();
        example.values().forEach((name, value) -> values.with(
                name,
                new JsonObject()
                        .with("before", cells.of(name, value.before()))
                        .with("after", cells.of(name, value.after()))));
        JsonObject key = new JsonObject();
        example.key().forEach((name, value) -> key.with(name, cells.of(name, value)));
        return new JsonObject().with("row", example.fate()).with("key", key).with("values", values);
    }

    private JsonObject profile(ColumnProfile profile) {
        String name = profile.column();
        return new JsonObject()
                .with("column", name)
                .with("nulls", profile.nulls())
                .with("distinct", profile.distinct())
                .with("min", cells.of(name, profile.min()))
                .with("max", cells.of(name, profile.max()))
                .with("mean", cells.of(name, profile.mean()));
    }
}
