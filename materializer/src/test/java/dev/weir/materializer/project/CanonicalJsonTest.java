package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void equalValuesAreWrittenAlikeWhateverTheirOrder() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("to", LocalDate.of(2013, 1, 31));
        section.put("limit", 300.0);
        section.put("strict", true);
        section.put("airline", "A\"A\n");
        section.put("none", Double.NaN);
        section.put("most", Long.MAX_VALUE);

        assertThat(CanonicalJson.write(Map.of("thresholds", section, "empty", Map.of())))
                .isEqualTo("{\"empty\":{},\"thresholds\":{\"airline\":\"A\\\"A\\u000a\",\"limit\":300.0,"
                        + "\"most\":9223372036854775807,\"none\":\"NaN\",\"strict\":true,\"to\":\"2013-01-31\"}}");
    }
}
