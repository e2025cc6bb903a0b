package dev.weir.materializer.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskTest {

    @Test
    void aSecretIsHiddenWhereverItStands() {
        Mask mask = new Mask(() -> List.of("s3cret/of+us"));

        assertThat(mask.text("url=https://me:s3cret/of+us@host, s3cret/of+us")).isEqualTo("url=https://me:***@host, ***");
        assertThat(mask.text("password=s3cret%2Fof%2Bus")).isEqualTo("password=***");
        assertThat(mask.text("nothing of it")).isEqualTo("nothing of it");
    }

    @Test
    void eachLineOfASecretIsOne() {
        Mask mask = new Mask(() -> List.of("-----BEGIN KEY-----\r\n  abcdefgh\nend\n"));

        assertThat(mask.text("read abcdefgh, end")).isEqualTo("read ***, end");
        assertThat(mask.text("-----BEGIN KEY-----\r\n  abcdefgh\nend\n")).isEqualTo("***");
    }

    @Test
    void whatIsShorterThanSixCharactersIsNoSecretThatCouldBeFound() {
        Mask mask = new Mask(() -> List.of("", "five5", "sixsix"));

        assertThat(mask.text("five5 and sixsix")).isEqualTo("five5 and ***");
    }

    @Test
    void theLongerOfTwoIsHiddenWhole() {
        Mask mask = new Mask(() -> List.of("secret"));
        mask.add("secret-of-all");

        assertThat(mask.text("a secret-of-all, a secret")).isEqualTo("a ***, a ***");
    }

    @Test
    void valuesAreHiddenByNameAndText() {
        Mask mask = new Mask(() -> List.of("secret"));

        assertThat(mask.values(Map.of("of secret", "my secret"))).isEqualTo(Map.of("of ***", "my ***"));
        assertThat(mask.values(Map.of("rows", 7))).isEqualTo(Map.of("rows", 7));
    }

    @Test
    void aFailureThatSaysOneIsReplacedAndAnyOtherIsKept() {
        Mask mask = new Mask(() -> List.of("secret"));
        IOException harmless = new IOException("no answer");
        IOException caused = new IOException("no answer", new IllegalStateException("by secret"));

        assertThat(mask.failure(harmless)).isSameAs(harmless);
        assertThat(mask.failure(caused)).hasMessage("java.io.IOException: no answer").hasNoCause();
        assertThat(mask.failure(caused).getStackTrace()).isEqualTo(caused.getStackTrace());
        assertThat(mask.failure(new IOException("secret"))).hasMessage("java.io.IOException: ***");
    }
}
