package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocCommentTest {

    @ParameterizedTest
    @MethodSource
    void theFirstSentenceIsTakenWithoutMarkup(String comment, String sentence) {
        assertThat(DocComment.firstSentence(comment)).contains(sentence);
    }

    static Stream<Arguments> theFirstSentenceIsTakenWithoutMarkup() {
        return Stream.of(
                Arguments.of("Flights out of New York", "Flights out of New York"),
                Arguments.of(" One. Two.", "One."),
                Arguments.of("Over\n two lines. More.", "Over two lines."),
                Arguments.of("Mean of 0.5 or more. More.", "Mean of 0.5 or more."),
                Arguments.of("No full stop\n\nAnother paragraph.", "No full stop"),
                Arguments.of("No full stop\n@param day the day", "No full stop"),
                Arguments.of("Reads {@link Flight} and {@code x}.", "Reads Flight and x."),
                Arguments.of("Reads [Flight] and `x`, see [here][Delay].", "Reads Flight and x, see here."),
                Arguments.of("<p>Reads <b>all</b>.", "Reads all."));
    }

    @Test
    void noCommentIsNoSentence() {
        assertThat(DocComment.firstSentence(null)).isEmpty();
        assertThat(DocComment.firstSentence("  \n")).isEmpty();
    }
}
