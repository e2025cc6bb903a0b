package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Column;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Declined;
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
import dev.weir.materializer.version.VersionId;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Spells a commit group or a changeset as a manifest segment: a header, then one version, audit or move a line. Not safe for threads.
final class SegmentWriter {

    private final Function<AssetPartition, PartitionKey> keys;
    private final FixedText fixed = new FixedText();

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
                        writeVersion(json, segment, published.version(), published.verdicts(), new Making(published.timing().took(), published.reason()));
                    case Rejected rejected ->
                        writeVersion(json, segment, rejected.version(), rejected.verdicts(), new Making(rejected.timing().took(), rejected.reason()));
                    case Audited audited -> writeAudit(json, audited);
                    case Failed _, Skipped _, Declined _ -> {}
                }
            }
        }
        return bytes.toByteArray();
    }

    byte[] write(Segment segment, Changeset changeset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 * (1 + segment.lines()));
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            writeHeader(json, segment);
            for (Move move : changeset.moves()) {
                json.writeStartObject();
                writeTarget(json, move.target());
                json.writeStringField("moved_to", move.to().map(VersionId::toString).orElse(""));
                endLine(json);
            }
        }
        return bytes.toByteArray();
    }

    /// The first line of a segment from which versions were collected.
    byte[] headerWithoutCollected(Segment segment) throws IOException {
        return line(json -> writeHeader(json, segment, Segment.FORMAT));
    }

    /// What stands in place of the line of a version that was collected: it takes the same number of the sequence.
    byte[] collected(Version version) throws IOException {
        return line(json -> {
            json.writeStartObject();
            writeTarget(json, version.target());
            fixed.write(json, Field.COLLECTED, version.id().value());
            write(json, Field.NUMBER, version.number());
            write(json, Field.STATE, lower(version.state()));
            endLine(json);
        });
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static byte[] line(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            writing.to(json);
        }
        return bytes.toByteArray();
    }

    private void writeHeader(JsonGenerator json, Segment segment) throws IOException {
        writeHeader(json, segment, segment.format());
    }

    private void writeHeader(JsonGenerator json, Segment segment, int format) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", format);
        fixed.write(json, Field.GROUP, segment.group());
        fixed.write(json, Field.RUN, segment.run().value());
        json.writeStringField("environment", segment.environment().value());
        fixed.write(json, Field.AT, segment.at());
        json.writeNumberField("lines", segment.lines());
        json.writeNumberField("files", segment.files());
        if (!segment.reason().isEmpty()) {
            json.writeStringField("reason", segment.reason());
        }
        if (segment.revision().isPresent()) {
            json.writeStringField("commit", segment.revision().get().commit());
            json.writeStringField("tree", lower(segment.revision().get().tree()));
        }
        endLine(json);
    }

    void writeVersion(JsonGenerator json, Segment segment, Version version, List<Verdict> verdicts, Making making)
            throws IOException {
        json.writeStartObject();
        writeTarget(json, version.target());
        fixed.write(json, Field.VERSION, version.id().value());
        write(json, Field.NUMBER, version.number());
        write(json, Field.STATE, lower(version.state()));
        if (!version.origin().run().equals(segment.run())) {
            fixed.write(json, Field.RUN, version.origin().run().value());
        }
        write(json, Field.ATTEMPT, version.origin().attempt());
        write(json, Field.EPOCH, version.origin().epoch());
        fixed.write(json, Field.CREATED_AT, version.origin().createdAt());
        writeMaking(json, making);
        writeDigests(json, version.digests());
        writeContent(json, version.content());
        writeInputs(json, version.inputs());
        writeDetails(json, version);
        VerdictJson.write(json, verdicts);
        endLine(json);
    }

    private static void writeMaking(JsonGenerator json, Making making) throws IOException {
        if (!making.took().isZero()) {
            write(json, Field.TOOK, TimeUnit.NANOSECONDS.toMicros(making.took().toNanos()));
        }
        if (!making.reason().isEmpty()) {
            write(json, Field.REASON, making.reason());
        }
    }

    private void writeAudit(JsonGenerator json, Audited audited) throws IOException {
        json.writeStartObject();
        writeTarget(json, audited.target());
        fixed.write(json, Field.AUDITED, audited.version().value());
        VerdictJson.write(json, audited.verdicts());
        endLine(json);
    }

    private static void endLine(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeTarget(JsonGenerator json, AssetPartition target) throws IOException {
        PartitionKey key = keys.apply(target);
        write(json, Field.ASSET, target.asset().toString());
        if (!key.isUnpartitioned()) {
            write(json, Field.PARTITION, key.value());
        }
        write(json, Field.ORDINAL, target.ordinal());
    }

    private void writeDigests(JsonGenerator json, Digests digests) throws IOException {
        json.writeObjectFieldStart("digests");
        fixed.write(json, Field.CODE, digests.code().value());
        fixed.write(json, Field.CONFIG, digests.config().value());
        fixed.write(json, Field.INPUTS, digests.inputs());
        fixed.write(json, Field.DATA, digests.data().value());
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
                for (DataFile file : table.allFiles()) {
                    writeFile(json, file);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            case Content.OneFile(DataFile file) -> {
                json.writeFieldName("file");
                writeFile(json, file);
            }
            case Content.Folder folder -> {
                json.writeObjectFieldStart("folder");
                json.writeStringField("path", folder.path());
                json.writeArrayFieldStart("files");
                for (DataFile file : folder.files()) {
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
        json.writeStringField("type", column.type().toString().toLowerCase(Locale.ROOT));
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

    private void writeInputs(JsonGenerator json, List<InputUse> inputs) throws IOException {
        if (inputs.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("inputs");
        for (InputUse input : inputs) {
            json.writeStartObject();
            write(json, Field.ASSET, input.asset().toString());
            switch (input) {
                case InputUse.Exact exact -> {
                    write(json, Field.ORDINAL, exact.ordinal());
                    fixed.write(json, Field.VERSION, exact.version().value());
                }
                case InputUse.Many many -> {
                    json.writeBinaryField("partitions", many.partitions().toBytes());
                    json.writeNumberField("as_of", many.asOf());
                    fixed.write(json, Field.COMBINED, many.combined());
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

    private static void write(JsonGenerator json, SerializedString field, String text) throws IOException {
        json.writeFieldName(field);
        json.writeString(text);
    }

    private static void write(JsonGenerator json, SerializedString field, long number) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(number);
    }

    static void writeDigest(JsonGenerator json, String field, Digest digest) throws IOException {
        json.writeStringField(field, digest.toString());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
