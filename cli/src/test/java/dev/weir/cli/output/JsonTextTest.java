package dev.weir.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void everyKindOfValueHasOneForm() {
        JsonObject json = new JsonObject()
                .with("text", "a \"b\" ü\n")
                .with("number", 336_776L)
                .with("fraction", 0.5)
                .with("no_number", Double.NaN)
                .with("yes", true)
                .with("nothing", null)
                .with("absent", Optional.empty())
                .with("present", Optional.of(1))
                .with("instant", Instant.parse("2026-06-01T12:00:00.5Z"))
                .with("took_ms", Duration.ofMillis(1_500))
                .with("path", Path.of("/a/b"))
                .with("list", List.of(1, List.of()))
                .with("map", Map.of("k", "v"));

        assertThat(JsonText.of(json)).isEqualToNormalizingNewlines("""
                {
                  "text" : "a \\"b\\" ü\\n",
                  "number" : 336776,
                  "fraction" : 0.5,
                  "no_number" : "NaN",
                  "yes" : true,
                  "nothing" : null,
                  "absent" : null,
                  "present" : 1,
                  "instant" : "2026-06-01T12:00:00.500Z",
                  "took_ms" : 1500.0,
                  "path" : "/a/b",
                  "list" : [ 1, [ ] ],
                  "map" : {
                    "k" : "v"
                  }
                }""");
    }
}
