package dev.weir.metadata;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The columns of a table as JSON: `[{"name": "origin", "type": "STRING", "nullability": "NOT_NULL"}, …]`.
final class SchemaJson {

    private SchemaJson() {}

    static String write(Schema schema) {
        List<Map<String, String>> columns = new ArrayList<>();
        for (Column column : schema.columns()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", column.name());
            fields.put("type", column.type().toString());
            fields.put("nullability", column.nullability().name());
            columns.add(fields);
        }
        return Json.write(columns);
    }

    static Schema read(String text) {
        List<Column> columns = new ArrayList<>();
        if (StoredJson.read(text) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> fields) {
                    columns.add(new Column(
                            String.valueOf(fields.get("name")),
                            ColumnType.parse(String.valueOf(fields.get("type"))),
                            Nullability.valueOf(String.valueOf(fields.get("nullability")))));
                }
            }
        }
        return new Schema(columns);
    }
}
