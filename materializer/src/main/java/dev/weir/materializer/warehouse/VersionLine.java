package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.Verdict;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a segment while it is read: fields come in any order, and some not at all.
final class VersionLine {

    private static final Digest NONE = new Digest(0, 0, 0, 0);

    private @Nullable AssetKey asset;
    private PartitionKey partition = PartitionKey.UNPARTITIONED;
    private int ordinal;
    private @Nullable VersionId version;
    private @Nullable VersionId audited;
    private @Nullable VersionId collected;
    private @Nullable String movedTo;
    private long number;
    VersionState state = VersionState.PUBLISHED;
    private @Nullable RunId run;
    private int attempt;
    private long epoch;
    private Instant createdAt = Instant.EPOCH;
    private Duration took = Duration.ZERO;
    private String reason = "";
    private final Map<String, Digest> digests = new HashMap<>();
    private Content content = new Content.Nothing();
    private List<InputUse> inputs = List.of();
    private Map<String, Object> metadata = Map.of();
    private final Map<String, String> tags = new HashMap<>();
    private List<Verdict> verdicts = List.of();

    /// Reads an object whose start has been read.
    static VersionLine read(JsonParser json) throws IOException {
        VersionLine line = new VersionLine();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            line.readField(field, json);
        }
        return line;
    }

    /// Whether it takes a number of the sequence, if its group was committed.
    boolean isNumbered() {
        return movedTo != null || (audited == null && state == VersionState.PUBLISHED);
    }

    ManifestEntry toEntry(Segment segment, OptionalLong sequence) {
        AssetPartition target = new AssetPartition(required(asset, "asset"), ordinal);
        if (movedTo != null) {
            Optional<VersionId> to = Optional.of(movedTo)
                    .filter(id -> !id.isEmpty())
                    .map(id -> new VersionId(UUID.fromString(id)));
            return new ManifestEntry.Moved(segment, target, partition, to, sequence);
        }
        if (audited != null) {
            return new ManifestEntry.Audited(segment, target, partition, audited, verdicts);
        }
        if (collected != null) {
            return new ManifestEntry.Collected(segment, target, partition, collected, number, state);
        }
        return new ManifestEntry.Made(segment, toVersion(segment, target), partition, verdicts, new Making(took, reason), sequence);
    }

    private Version toVersion(Segment segment, AssetPartition target) {
        return new Version(
                required(version, "version"),
                target,
                number,
                state,
                new Version.Origin(run == null ? segment.run() : run, attempt, epoch, createdAt),
                new Digests(
                        new CodeDigest(digest("code")),
                        new ConfigDigest(digest("config")),
                        digest("inputs"),
                        new DataDigest(digest("data"))),
                content,
                inputs,
                metadata,
                tags,
                "");
    }

    private void readField(String field, JsonParser json) throws IOException {
        switch (field) {
            case "asset" -> asset = AssetKey.parse(json.getText());
            case "partition" -> partition = new PartitionKey(json.getText());
            case "ordinal" -> ordinal = json.getIntValue();
            case "version" -> version = new VersionId(UUID.fromString(json.getText()));
            case "audited" -> audited = new VersionId(UUID.fromString(json.getText()));
            case "collected" -> collected = new VersionId(UUID.fromString(json.getText()));
            case "moved_to" -> movedTo = json.getText();
            case "number" -> number = json.getLongValue();
            case "state" -> state = VersionState.valueOf(json.getText().toUpperCase(Locale.ROOT));
            case "run" -> run = RunId.parse(json.getText());
            case "attempt" -> attempt = json.getIntValue();
            case "epoch" -> epoch = json.getLongValue();
            case "took_us" -> took = Duration.of(json.getLongValue(), ChronoUnit.MICROS);
            case "reason" -> reason = json.getText();
            case "created_at" -> createdAt = Instant.parse(json.getText());
            case "digests" -> ManifestJson.readTexts(json).forEach((name, hex) -> digests.put(name, Digest.parse(hex)));
            case "json" -> content = new Content.Json(json.getText());
            case "table" -> content = ManifestJson.readTable(json);
            case "file" -> content = new Content.OneFile(ManifestJson.readFile(json));
            case "folder" -> content = ManifestJson.readFolder(json);
            case "inputs" -> inputs = ManifestJson.readList(json, ManifestJson::readInput);
            case "metadata" -> metadata = ManifestJson.readValues(json);
            case "tags" -> tags.putAll(ManifestJson.readTexts(json));
            case "checks" -> verdicts = ManifestJson.readList(json, VerdictJson::read);
            default -> json.skipChildren();
        }
    }

    private Digest digest(String name) {
        return digests.getOrDefault(name, NONE);
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("A line has no " + field);
        }
        return value;
    }
}
