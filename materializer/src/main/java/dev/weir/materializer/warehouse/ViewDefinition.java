package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one version of a view is: a query, and exactly which files the tables are that it reads.
///
/// @param select reads the tables by their names
public record ViewDefinition(String select, List<Source> tables) {

    private static final int FORMAT = 1;

    public ViewDefinition {
        tables = List.copyOf(tables);
    }

    /// A table that the query reads.
    ///
    /// @param schema the columns that it sees of it
    public record Source(String name, Schema schema, List<Part> parts) {
        public Source {
            parts = List.copyOf(parts);
        }
    }

    /// One file of a version, which may be that of a view again.
    ///
    /// @param schema what it was written with
    public record Part(AssetKey asset, PartitionKey partition, VersionId version, Schema schema, DataFile file) {}

    public byte[] toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("select", select);
            json.writeArrayFieldStart("tables");
            for (Source table : tables) {
                json.writeStartObject();
                json.writeStringField("name", table.name());
                write(json, table.schema());
                json.writeArrayFieldStart("parts");
                for (Part part : table.parts()) {
                    write(json, part);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("asset", part.asset().toString());
        if (!part.partition().isUnpartitioned()) {
            json.writeStringField("partition", part.partition().value());
        }
        json.writeStringField("version", part.version().toString());
        write(json, part.schema());
        json.writeFieldName("file");
        SegmentWriter.writeFile(json, part.file());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Schema schema) throws IOException {
        json.writeArrayFieldStart("columns");
        for (Column column : schema.columns()) {
            SegmentWriter.writeColumn(json, column);
        }
        json.writeEndArray();
    }

    public static ViewDefinition parse(byte[] content) throws IOException {
        String select = "";
        List<Source> tables = new ArrayList<>();
        try (JsonParser json = Json.FACTORY.createParser(content)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "select" -> select = json.getText();
                    case "tables" -> tables = ManifestJson.readList(json, ViewDefinition::readSource);
                    default -> json.skipChildren();
                }
            }
        }
        return new ViewDefinition(select, tables);
    }

    private static Source readSource(JsonParser json) throws IOException {
        String name = "";
        List<Column> columns = List.of();
        List<Part> parts = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "columns" -> columns = ManifestJson.readList(json, ManifestJson::readColumn);
                case "parts" -> parts = ManifestJson.readList(json, ViewDefinition::readPart);
                default -> json.skipChildren();
            }
        }
        return new Source(name, new Schema(columns), parts);
    }

    private static Part readPart(JsonParser json) throws IOException {
        Optional<AssetKey> asset = Optional.empty();
        PartitionKey partition = PartitionKey.UNPARTITIONED;
        Optional<VersionId> version = Optional.empty();
        List<Column> columns = List.of();
        Optional<DataFile> file = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "asset" -> asset = Optional.of(AssetKey.parse(json.getText()));
                case "partition" -> partition = new PartitionKey(json.getText());
                case "version" -> version = Optional.of(VersionId.parse(json.getText()));
                case "columns" -> columns = ManifestJson.readList(json, ManifestJson::readColumn);
                case "file" -> file = Optional.of(ManifestJson.readFile(json));
                default -> json.skipChildren();
            }
        }
        return new Part(
                ManifestJson.required(asset, "asset"),
                partition,
                ManifestJson.required(version, "version"),
                new Schema(columns),
                ManifestJson.required(file, "file"));
    }
}
