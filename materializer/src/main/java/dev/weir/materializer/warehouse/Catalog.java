package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.EnvironmentName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The file at which outside readers start: which list of files is in force for each asset.
///
/// @param sequence the commit as of which all of it is
/// @param assets the sequence number in the name of each asset's file
record Catalog(EnvironmentName environment, long sequence, SortedMap<AssetKey, Long> assets) {

    static final String NAME = "_catalog.json";
    static final int FORMAT = 1;

    static Catalog empty(EnvironmentName environment) {
        return new Catalog(environment, 0, new TreeMap<>());
    }

    /// Where the file of an asset is, below the folder of the environment.
    static String fileOf(AssetKey asset, long sequence) {
        return "%s/%d.json".formatted(PathName.of(asset), sequence);
    }

    ByteBuffer toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("environment", environment.value());
            json.writeNumberField("sequence", sequence);
            json.writeObjectFieldStart("assets");
            for (Map.Entry<AssetKey, Long> asset : assets.entrySet()) {
                json.writeStringField(asset.getKey().toString(), fileOf(asset.getKey(), asset.getValue()));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    static Catalog parse(byte[] content) throws IOException {
        EnvironmentName environment = EnvironmentName.MAIN;
        long sequence = -1;
        SortedMap<AssetKey, Long> assets = new TreeMap<>();
        try (JsonParser json = Json.FACTORY.createParser(content)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "environment" -> environment = new EnvironmentName(json.getText());
                    case "sequence" -> sequence = json.getLongValue();
                    case "assets" ->
                        ManifestJson.readTexts(json)
                                .forEach((asset, file) -> assets.put(AssetKey.parse(asset), sequenceIn(file)));
                    default -> json.skipChildren();
                }
            }
        }
        if (sequence < 0) {
            throw new IOException("The catalog has no sequence");
        }
        return new Catalog(environment, sequence, assets);
    }

    /// The number in the name of an asset's file; -1 if it is not named like one.
    static long sequenceIn(String file) {
        int start = file.lastIndexOf('/') + 1;
        int end = file.length() - ".json".length();
        if (!file.endsWith(".json") || end <= start || end - start > 18) {
            return -1;
        }
        for (int i = start; i < end; i++) {
            if (file.charAt(i) < '0' || file.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(file, start, end, 10);
    }
}
