package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/// Versions as the lines that manifests have of them, for another process to read.
public final class VersionText {

    // Of no run, so that each line says its own.
    private static final Segment NONE = new Segment(
            new UUID(0, 0), new RunId(new UUID(0, 0)), EnvironmentName.MAIN, Instant.EPOCH, 0, 0);

    private VersionText() {}

    public static byte[] write(List<Version> versions, Function<AssetPartition, PartitionKey> keys) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SegmentWriter writer = new SegmentWriter(keys);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            for (Version version : versions) {
                writer.writeVersion(json, NONE, version, List.of(), Making.UNKNOWN);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// @throws IllegalArgumentException if the bytes are something else
    public static List<Version> read(byte[] bytes) {
        List<Version> versions = new ArrayList<>();
        try (JsonParser json = Json.FACTORY.createParser(bytes)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                if (VersionLine.read(json).toEntry(NONE, OptionalLong.empty()) instanceof ManifestEntry.Made made) {
                    versions.add(made.version());
                }
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
        return versions;
    }
}
