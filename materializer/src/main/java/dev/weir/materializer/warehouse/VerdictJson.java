package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.checks.CheckResult;
import dev.weir.checks.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Spells the verdicts on a version as JSON.
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
}
