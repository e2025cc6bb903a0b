package dev.weir.materializer.pipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private static final String LARGE = "123456789012345678901234567890";

    @Test
    void aLargeNumberIsTheResultAsItWasWritten() throws IOException {
        PipesMessage message = MessageReader.read(
                "{\"method\": \"report_custom_message\", \"params\": {\"payload\": {\"weir_result\": [%s]}}}".formatted(LARGE));

        assertThat(message)
                .isInstanceOfSatisfying(PipesMessage.Custom.class, custom -> assertThat(custom.result()).contains("[" + LARGE + "]"));
    }

    @Test
    void aLargeNumberInMetadataKeepsItsDigits() throws IOException {
        PipesMessage message = MessageReader.read("""
                {"method": "report_asset_materialization", "params": {"metadata":
                 {"rows": %s, "each": {"raw_value": [%s], "type": "json"}, "few": 3}}}""".formatted(LARGE, LARGE));

        assertThat(message)
                .isInstanceOfSatisfying(PipesMessage.Materialized.class, made -> assertThat(made.metadata())
                        .isEqualTo(Map.of("rows", new BigInteger(LARGE), "each", "[" + LARGE + "]", "few", 3L)));
    }
}
