package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Column;
import dev.weir.materializer.version.DataFile;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// What outside readers are told of one asset: its files as of one commit.
///
/// @param columns of the newest of its versions
/// @param uniform whether all of its versions have just these columns
record AssetView(AssetKey asset, long sequence, List<Column> columns, boolean uniform, List<Partition> partitions) {

    static final int FORMAT = 1;

    AssetView {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
    }

    /// The current version of one partition.
    ///
    /// @param version as people type it
    /// @param files paths below the root of the warehouse
    record Partition(PartitionKey key, int ordinal, String version, long rows, List<String> files) {
        Partition {
            files = List.copyOf(files);
        }

        /// Whether its one file says what a view is.
        boolean isView() {
            return files.size() == 1 && DataFile.isOfView(files.getFirst());
        }
    }

    ByteBuffer toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200 * (1 + partitions.size()));
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("asset", asset.toString());
            json.writeNumberField("sequence", sequence);
            json.writeArrayFieldStart("columns");
            for (Column column : columns) {
                SegmentWriter.writeColumn(json, column);
            }
            json.writeEndArray();
            json.writeBooleanField("uniform", uniform);
            json.writeArrayFieldStart("partitions");
            for (Partition partition : partitions) {
                write(json, partition);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static void write(JsonGenerator json, Partition partition) throws IOException {
        json.writeStartObject();
        if (!partition.key().isUnpartitioned()) {
            json.writeStringField("partition", partition.key().value());
        }
        json.writeNumberField("ordinal", partition.ordinal());
        json.writeStringField("version", partition.version());
        json.writeNumberField("rows", partition.rows());
        if (partition.isView()) {
            json.writeStringField("view", partition.files().getFirst());
        } else {
            json.writeArrayFieldStart("files");
            for (String file : partition.files()) {
                json.writeString(file);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static AssetView parse(byte[] content) throws IOException {
        Optional<AssetKey> asset = Optional.empty();
        long sequence = 0;
        List<Column> columns = List.of();
        boolean uniform = false;
        List<Partition> partitions = List.of();
        try (JsonParser json = Json.FACTORY.createParser(content)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "asset" -> asset = Optional.of(AssetKey.parse(json.getText()));
                    case "sequence" -> sequence = json.getLongValue();
                    case "columns" -> columns = ManifestJson.readList(json, ManifestJson::readColumn);
                    case "uniform" -> uniform = json.getBooleanValue();
                    case "partitions" -> partitions = ManifestJson.readList(json, AssetView::readPartition);
                    default -> json.skipChildren();
                }
            }
        }
        return new AssetView(ManifestJson.required(asset, "asset"), sequence, columns, uniform, partitions);
    }

    private static Partition readPartition(JsonParser json) throws IOException {
        PartitionKey key = PartitionKey.UNPARTITIONED;
        int ordinal = 0;
        String version = "";
        long rows = 0;
        List<String> files = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "partition" -> key = new PartitionKey(json.getText());
                case "ordinal" -> ordinal = json.getIntValue();
                case "version" -> version = json.getText();
                case "rows" -> rows = json.getLongValue();
                case "view" -> files = List.of(json.getText());
                case "files" -> files = ManifestJson.readList(json, JsonParser::getText);
                default -> json.skipChildren();
            }
        }
        return new Partition(key, ordinal, version, rows, files);
    }
}
