package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Column;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Failed;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.publish.StepResult.Rejected;
import dev.weir.materializer.publish.StepResult.Skipped;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Spells a commit group as a manifest segment: a header, then one version or audit a line. Not safe for threads.
final class SegmentWriter {

    private final Function<AssetPartition, PartitionKey> keys;

    SegmentWriter(Function<AssetPartition, PartitionKey> keys) {
        this.keys = keys;
    }

    /// The versions of a group: what it publishes and what it rejects.
    static List<Version> versionsOf(CommitGroup group) {
        List<Version> versions = new ArrayList<>(group.results().size());
        for (StepResult result : group.results()) {
            Version made = result.made();
            if (made != null) {
                versions.add(made);
            }
        }
        return versions;
    }

    /// How many results of a group a segment has a line for.
    static int linesOf(CommitGroup group) {
        int lines = 0;
        for (StepResult result : group.results()) {
            if (result.made() != null || result instanceof Audited) {
                lines++;
            }
        }
        return lines;
    }

    byte[] write(Segment segment, CommitGroup group) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 * (1 + segment.lines()));
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            writeHeader(json, segment);
            for (StepResult result : group.results()) {
                switch (result) {
                    case Published published ->
                        writeVersion(json, segment, published.version(), published.verdicts());
                    case Rejected rejected -> writeVersion(json, segment, rejected.version(), rejected.verdicts());
                    case Audited audited -> writeAudit(json, audited);
                    case Failed _, Skipped _ -> {}
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void writeHeader(JsonGenerator json, Segment segment) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", Segment.FORMAT);
        json.writeStringField("group", segment.group().toString());
        json.writeStringField("run", segment.run().toString());
        json.writeStringField("environment", segment.environment().value());
        json.writeStringField("at", segment.at().toString());
        json.writeNumberField("lines", segment.lines());
        json.writeNumberField("files", segment.files());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeVersion(JsonGenerator json, Segment segment, Version version, List<Verdict> verdicts)
            throws IOException {
        json.writeStartObject();
        writeTarget(json, version.target());
        json.writeStringField("version", version.id().toString());
        json.writeNumberField("number", version.number());
        json.writeStringField("state", lower(version.state()));
        json.writeStringField("environment", segment.environment().value());
        json.writeStringField("run", version.origin().run().toString());
        json.writeNumberField("attempt", version.origin().attempt());
        json.writeNumberField("epoch", version.origin().epoch());
        json.writeStringField("created_at", version.origin().createdAt().toString());
        writeDigests(json, version.digests());
        writeContent(json, version.content());
        writeInputs(json, version.inputs());
        writeDetails(json, version);
        VerdictJson.write(json, verdicts);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeAudit(JsonGenerator json, Audited audited) throws IOException {
        json.writeStartObject();
        writeTarget(json, audited.target());
        json.writeStringField("audited", audited.version().toString());
        VerdictJson.write(json, audited.verdicts());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeTarget(JsonGenerator json, AssetPartition target) throws IOException {
        PartitionKey key = keys.apply(target);
        json.writeStringField("asset", target.asset().toString());
        if (!key.isUnpartitioned()) {
            json.writeStringField("partition", key.value());
        }
        json.writeNumberField("ordinal", target.ordinal());
    }

    private static void writeDigests(JsonGenerator json, Digests digests) throws IOException {
        json.writeObjectFieldStart("digests");
        writeDigest(json, "code", digests.code().value());
        writeDigest(json, "config", digests.config().value());
        writeDigest(json, "inputs", digests.inputs());
        writeDigest(json, "data", digests.data().value());
        json.writeEndObject();
    }

    private static void writeContent(JsonGenerator json, Content content) throws IOException {
        switch (content) {
            case Content.Nothing _ -> {}
            case Content.Json value -> json.writeStringField("json", value.text());
            case Content.TableFiles table -> {
                json.writeObjectFieldStart("table");
                json.writeArrayFieldStart("columns");
                for (Column column : table.schema().columns()) {
                    writeColumn(json, column);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("files");
                for (DataFile file : table.files()) {
                    writeFile(json, file);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }

    static void writeColumn(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", lower(column.type()));
        json.writeBooleanField("nullable", column.isNullable());
        json.writeEndObject();
    }

    static void writeFile(JsonGenerator json, DataFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", file.path());
        json.writeNumberField("bytes", file.bytes());
        json.writeNumberField("rows", file.rows());
        writeDigest(json, "sha256", file.sha256());
        json.writeEndObject();
    }

    private static void writeInputs(JsonGenerator json, List<InputUse> inputs) throws IOException {
        if (inputs.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("inputs");
        for (InputUse input : inputs) {
            json.writeStartObject();
            json.writeStringField("asset", input.asset().toString());
            switch (input) {
                case InputUse.Exact exact -> {
                    json.writeNumberField("ordinal", exact.ordinal());
                    json.writeStringField("version", exact.version().toString());
                }
                case InputUse.Many many -> {
                    json.writeBinaryField("partitions", many.partitions().toBytes());
                    json.writeNumberField("as_of", many.asOf());
                    writeDigest(json, "combined", many.combined());
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    // In the order of the names: one version has one spelling.
    private static void writeDetails(JsonGenerator json, Version version) throws IOException {
        if (!version.metadata().isEmpty()) {
            json.writeFieldName("metadata");
            writeValues(json, new TreeMap<>(version.metadata()));
        }
        if (!version.tags().isEmpty()) {
            json.writeFieldName("tags");
            writeValues(json, new TreeMap<>(version.tags()));
        }
    }

    static void writeValues(JsonGenerator json, Map<String, ?> values) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            json.writeFieldName(entry.getKey());
            switch (entry.getValue()) {
                case Boolean truth -> json.writeBoolean(truth);
                case Float number -> json.writeNumber(number);
                case Double number -> json.writeNumber(number);
                case BigDecimal number -> json.writeNumber(number);
                case BigInteger number -> json.writeNumber(number);
                case Number number -> json.writeNumber(number.longValue());
                case Object other -> json.writeString(other.toString());
            }
        }
        json.writeEndObject();
    }

    static void writeDigest(JsonGenerator json, String field, Digest digest) throws IOException {
        json.writeStringField(field, digest.toString());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
