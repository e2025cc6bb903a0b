package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the parts of manifests and views. Each method finds the start of its part read, and leaves its end read; fields
/// it does not know it skips.
final class ManifestJson {

    private ManifestJson() {}

    interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    static <T> List<T> readList(JsonParser json, Reading<T> element) throws IOException {
        List<T> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireMore(json);
            list.add(element.read(json));
        }
        return list;
    }

    static Map<String, String> readTexts(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, json.getText());
        }
        return texts;
    }

    static Map<String, Object> readValues(JsonParser json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, readValue(json));
        }
        return values;
    }

    private static Object readValue(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? json.getBigIntegerValue()
                        : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> json.getText();
        };
    }

    static InputUse readInput(JsonParser json) throws IOException {
        Optional<AssetKey> asset = Optional.empty();
        int ordinal = 0;
        Optional<VersionId> version = Optional.empty();
        PartitionSet partitions = PartitionSet.EMPTY;
        long asOf = 0;
        Optional<Digest> combined = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "asset" -> asset = Optional.of(AssetKey.parse(json.getText()));
                case "ordinal" -> ordinal = json.getIntValue();
                case "version" -> version = Optional.of(VersionId.parse(json.getText()));
                case "partitions" -> partitions = PartitionSet.fromBytes(json.getBinaryValue());
                case "as_of" -> asOf = json.getLongValue();
                case "combined" -> combined = Optional.of(Digest.parse(json.getText()));
                default -> json.skipChildren();
            }
        }
        AssetKey read = required(asset, "asset");
        return version.isPresent()
                ? new InputUse.Exact(read, ordinal, version.get())
                : new InputUse.Many(read, partitions, asOf, required(combined, "combined"));
    }

    static Content.TableFiles readTable(JsonParser json) throws IOException {
        List<Column> columns = List.of();
        List<DataFile> files = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "columns" -> columns = readList(json, ManifestJson::readColumn);
                case "files" -> files = readList(json, ManifestJson::readFile);
                default -> json.skipChildren();
            }
        }
        return new Content.TableFiles(new Schema(columns), files);
    }

    static Content.Folder readFolder(JsonParser json) throws IOException {
        String path = "";
        List<DataFile> files = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "path" -> path = json.getText();
                case "files" -> files = readList(json, ManifestJson::readFile);
                default -> json.skipChildren();
            }
        }
        return new Content.Folder(path, files);
    }

    static Column readColumn(JsonParser json) throws IOException {
        String name = "";
        Optional<ColumnType> type = Optional.empty();
        Nullability nullability = Nullability.NOT_NULL;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "type" -> type = Optional.of(ColumnType.parse(json.getText()));
                case "nullable" -> nullability = json.getBooleanValue() ? Nullability.NULLABLE : Nullability.NOT_NULL;
                default -> json.skipChildren();
            }
        }
        return new Column(name, required(type, "type"), nullability);
    }

    static DataFile readFile(JsonParser json) throws IOException {
        String path = "";
        long bytes = 0;
        long rows = 0;
        Optional<Digest> sha256 = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "path" -> path = json.getText();
                case "bytes" -> bytes = json.getLongValue();
                case "rows" -> rows = json.getLongValue();
                case "sha256" -> sha256 = Optional.of(Digest.parse(json.getText()));
                default -> json.skipChildren();
            }
        }
        return new DataFile(path, bytes, rows, required(sha256, "sha256"));
    }

    static <T> T required(Optional<T> value, String field) throws IOException {
        return value.orElseThrow(() -> new IOException("There is no " + field));
    }

    private static void requireMore(JsonParser json) throws IOException {
        if (json.currentToken() == null) {
            throw new IOException("The end is missing");
        }
    }
}
