package dev.weir.materializer.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void aLineGivesBackItsWords() {
        List<String> words =
                List.of("weir", "materialize", "a and b", "+x", "tag:*", "--config", "till.name=it's \\ here", "", "--partition", "2013-01-15..2013-01-20");

        assertThat(CommandText.of(words))
                .isEqualTo("weir materialize 'a and b' +x 'tag:*' --config 'till.name=it'\\''s \\ here' '' --partition 2013-01-15..2013-01-20");
        assertThat(CommandText.words(CommandText.of(words))).isEqualTo(words);
    }
}
