package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Spells the verdicts on a version as JSON, and reads them back.
final class VerdictJson {

    private VerdictJson() {}

    static void write(JsonGenerator json, List<Verdict> verdicts) throws IOException {
        if (verdicts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("checks");
        for (Verdict verdict : verdicts) {
            write(json, verdict);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Verdict verdict) throws IOException {
        CheckResult result = verdict.result();
        json.writeStartObject();
        json.writeStringField("asset", verdict.check().asset().toString());
        json.writeStringField("name", verdict.check().name());
        SegmentWriter.writeDigest(json, "digest", verdict.digest());
        json.writeStringField("severity", SegmentWriter.lower(verdict.severity()));
        json.writeStringField("description", verdict.description());
        json.writeStringField("took", verdict.took().toString());
        json.writeBooleanField("passed", result.passed());
        if (result.severity().isPresent()) {
            json.writeStringField("result_severity", SegmentWriter.lower(result.severity().get()));
        }
        if (!result.metadata().isEmpty()) {
            json.writeFieldName("metadata");
            SegmentWriter.writeValues(json, result.metadata());
        }
        if (!result.sample().isEmpty()) {
            json.writeArrayFieldStart("sample");
            for (Map<String, String> row : result.sample()) {
                SegmentWriter.writeValues(json, row);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static Verdict read(JsonParser json) throws IOException {
        Optional<AssetKey> asset = Optional.empty();
        String name = "";
        Optional<Digest> digest = Optional.empty();
        CheckSeverity severity = CheckSeverity.ERROR;
        String description = "";
        Duration took = Duration.ZERO;
        boolean passed = false;
        Optional<CheckSeverity> resultSeverity = Optional.empty();
        Map<String, Object> metadata = Map.of();
        List<Map<String, String>> sample = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "asset" -> asset = Optional.of(AssetKey.parse(json.getText()));
                case "name" -> name = json.getText();
                case "digest" -> digest = Optional.of(Digest.parse(json.getText()));
                case "severity" -> severity = severity(json);
                case "description" -> description = json.getText();
                case "took" -> took = Duration.parse(json.getText());
                case "passed" -> passed = json.getBooleanValue();
                case "result_severity" -> resultSeverity = Optional.of(severity(json));
                case "metadata" -> metadata = ManifestJson.readValues(json);
                case "sample" -> sample = ManifestJson.readList(json, ManifestJson::readTexts);
                default -> json.skipChildren();
            }
        }
        return new Verdict(
                new CheckKey(ManifestJson.required(asset, "asset"), name),
                ManifestJson.required(digest, "digest"),
                severity,
                description,
                new CheckResult(passed, resultSeverity, metadata, sample),
                took);
    }

    private static CheckSeverity severity(JsonParser json) throws IOException {
        return CheckSeverity.valueOf(json.getText().toUpperCase(Locale.ROOT));
    }
}
