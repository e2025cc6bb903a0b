package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.map;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import java.util.List;
import java.util.Map;

/// How data looks.
final class DataShapes {

    private DataShapes() {}

    private static Map<String, Object> value() {
        return Map.of("type", List.of("string", "number", "boolean", "null"));
    }

    private static Map<String, Object> column(Shapes.Member... more) {
        return Shapes.with(
                object(member("name", text()), member("type", text()), member("nullable", bool()), member("sensitive", bool())),
                more);
    }

    static Map<String, Object> sample() {
        return object(
                member("version", ref("VersionSummary")),
                member("content", oneOf(List.of("table", "json", "file", "folder", "nothing"))),
                member("columns", list(column())),
                member("rows", list(list(value()))),
                sometimes("offset", integer()),
                sometimes("total", orNull(integer())),
                sometimes("more", bool()),
                sometimes("value", text()),
                sometimes("files", list(object(member("name", text()), member("bytes", integer()), member("media_type", text())))),
                member("checks", list(ref("Verdict"))));
    }

    static Map<String, Object> profile() {
        return object(
                member("version", ref("VersionSummary")),
                member("rows", orNull(integer())),
                member("columns", list(column(
                        member("nulls", integer()),
                        member("distinct", integer()),
                        member("distinct_is_estimated", bool()),
                        member("min", value()),
                        member("max", value()),
                        member("histogram", list(object(member("from", value()), member("to", value()), member("count", integer())))),
                        member("top", list(object(member("value", value()), member("count", integer()))))))));
    }

    static Map<String, Object> diff() {
        return object(
                member("before", ref("VersionSummary")),
                member("after", ref("VersionSummary")),
                member("same", bool()),
                sometimes("columns", object(
                        member("added", list(ref("Column"))),
                        member("removed", list(ref("Column"))),
                        member("changed", list(object(member("before", ref("Column")), member("after", ref("Column"))))))),
                sometimes("rows_before", integer()),
                sometimes("rows_after", integer()),
                sometimes("key", list(text())),
                sometimes("added", integer()),
                sometimes("removed", integer()),
                sometimes("changed", orNull(integer())),
                sometimes("unchanged", integer()),
                sometimes("changed_columns", map(integer())),
                sometimes("examples", list(object(
                        member("row", oneOf(List.of("ADDED", "REMOVED", "CHANGED"))),
                        member("key", map(value())),
                        member("values", map(object(member("before", value()), member("after", value()))))))),
                sometimes("profile_before", list(columnFigures())),
                sometimes("profile_after", list(columnFigures())),
                sometimes("notes", list(text())),
                sometimes("changes", list(object(
                        member("name", text()),
                        member("before", text()),
                        member("after", text()),
                        member("removed", orNull(list(text()))),
                        member("added", orNull(list(text())))))));
    }

    private static Map<String, Object> columnFigures() {
        return object(
                member("column", text()),
                member("nulls", integer()),
                member("distinct", integer()),
                member("min", value()),
                member("max", value()),
                member("mean", value()));
    }
}
