package dev.weir.materializer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r", "a", "a\n", "a\r\nb", "a\rb\r", "\n\n", "\r\r\n\n", "a\n\rb\n\n", "10 %\r20 %\rdone\n"})
    void aLineEndsWhereAnyReaderEndsIt(String text) throws IOException {
        assertThat(lines(text)).isEqualTo(new BufferedReader(new StringReader(text)).lines().toList());
    }

    @Test
    void ofALineThatIsTooLongTheBeginningIsKeptAndTheNextOneIsWhole() throws IOException {
        String longest = "x".repeat(Lines.LONGEST);

        assertThat(lines(longest + "\n" + longest + "yz\r\nnext"))
                .containsExactly(longest, longest + " … the rest of this line is left out", "next");
        assertThat(lines(longest + "y")).containsExactly(longest + " … the rest of this line is left out");
    }

    private static List<String> lines(String text) throws IOException {
        Lines lines = new Lines(new BufferedReader(new StringReader(text)));
        List<String> all = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }
}
