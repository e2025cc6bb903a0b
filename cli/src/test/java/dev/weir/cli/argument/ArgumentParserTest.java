package dev.weir.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Syntax.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentParserTest {

    private static final Option PARTITION = Option.values("--partition", "KEY", "Which partitions");
    private static final Option ONLY = Option.toggle("--only", "Nothing else");
    private static final Syntax PLAN =
            Syntax.of("plan", "Plans", Words.any("SELECTION", "What")).with(PARTITION, ONLY);
    private static final Syntax SHOW = Syntax.of("show", "Shows", Words.one("ASSET", "What"));

    @Test
    void optionsAndWordsMayBeMixed() {
        Arguments arguments = parse(PLAN, "a", "--partition", "2013-01-15", "b", "--only", "--partition=2013-02-01");

        assertThat(arguments.words()).containsExactly("a", "b");
        assertThat(arguments.values(PARTITION)).containsExactly("2013-01-15", "2013-02-01");
        assertThat(arguments.has(ONLY)).isTrue();
        assertThat(arguments.has(Syntax.JSON)).isFalse();
    }

    @Test
    void afterTwoDashesNothingIsAnOption() {
        assertThat(parse(PLAN, "--", "--only", "-x").words()).containsExactly("--only", "-x");
    }

    @Test
    void aShortHelpIsHelp() {
        assertThat(parse(SHOW, "-h").has(Syntax.HELP)).isTrue();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> parse(PLAN, "--onyl", "--only=yes", "--project", "a", "--project", "b", "--partition"))
                .isInstanceOf(WeirException.class)
                .hasMessage("""
                        weir plan has no option --onyl. Did you mean --only?
                        Option --only takes no value, but was given 'yes'.
                        Option --project stands twice, with 'a' and 'b'. Once is enough.
                        Option --partition needs a value: write --partition KEY.""");
    }

    @Test
    void tooFewAndTooManyWordsAreNamed() {
        assertThatThrownBy(() -> parse(SHOW)).hasMessage("weir show needs an ASSET: write weir show ASSET.");
        assertThatThrownBy(() -> parse(SHOW, "a", "b"))
                .hasMessage("weir show takes one ASSET, but was given 'b' as well.");
    }

    private static Arguments parse(Syntax syntax, String... words) {
        return new ArgumentParser(syntax).parse(List.of(words));
    }
}
