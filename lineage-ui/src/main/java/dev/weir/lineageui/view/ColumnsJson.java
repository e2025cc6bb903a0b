package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.columns.AssetColumn;
import dev.weir.materializer.columns.ColumnReach;
import java.util.Locale;

/// Where columns come from and go to, as JSON.
public final class ColumnsJson {

    private ColumnsJson() {}

    public static JsonObject of(ColumnReach reach, ColumnsView view) {
        return new JsonObject()
                .with("tables", reach.assets(), asset -> new JsonObject()
                        .with("asset", asset)
                        .with("columns", view.columns(asset), column -> new JsonObject()
                                .with("name", column.name())
                                .with("type", column.type().sql())
                                .with("nullable", column.isNullable()))
                        .with("made_by", view.madeBy(asset))
                        .with("not_followed", view.lineage().of(asset).notFollowed()))
                .with("edges", reach.edges(), edge -> new JsonObject()
                        .with("from", json(edge.from()))
                        .with("to", json(edge.to()))
                        .with("how", word(edge.how())))
                .with("decisions", reach.decisions(), decision -> new JsonObject()
                        .with("from", json(decision.from()))
                        .with("asset", decision.asset())
                        .with("how", decision.how(), ColumnsJson::word))
                .with("more", !reach.beyond().isEmpty());
    }

    private static JsonObject json(AssetColumn column) {
        return new JsonObject().with("asset", column.asset()).with("column", column.column());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
