package dev.weir.materializer.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Sha256Test {

    /// The examples of FIPS 180-2, appendix B.
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OF_TWO_BLOCKS = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    private static final String OF_A_MILLION_A = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

    enum Way {
        JDK(JdkSha256::new),
        OPENSSL(OpenSslSha256::new);

        private final Supplier<Sha256> made;

        Way(Supplier<Sha256> made) {
            this.made = made;
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneHashAfterAnotherIsAsTheStandardSays(Way way) {
        Sha256 sha256 = way.made.get();
        byte[] thousand = new byte[1_000];
        Arrays.fill(thousand, (byte) 'a');

        update(sha256, "abc");
        String abc = finish(sha256);
        update(sha256, "abcdbcdecdefdefgefghfghighijhijkij");
        update(sha256, "kljklmklmnlmnomnopnopq");
        String twoBlocks = finish(sha256);
        for (int i = 0; i < 1_000; i++) {
            sha256.update(thousand, thousand.length);
        }

        assertThat(abc).isEqualTo(OF_ABC);
        assertThat(twoBlocks).isEqualTo(OF_TWO_BLOCKS);
        assertThat(finish(sha256)).isEqualTo(OF_A_MILLION_A);
    }

    @ParameterizedTest
    @EnumSource
    void anArrayThatIsTooShortForTheHashIsRefused(Way way) {
        assertThatThrownBy(() -> way.made.get().finish(new byte[31])).hasMessage("SHA-256 has 32 bytes, not 31");
    }

    @Test
    void aLargeFileIsHashedByOpenSslToTheSameDigestAsByTheJdk(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large");
        byte[] block = new byte[1 << 16];
        JdkSha256 jdk = new JdkSha256();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i <= Sha256.MUCH / block.length; i++) {
                Arrays.fill(block, (byte) i);
                out.write(block);
                jdk.update(block, block.length);
            }
        }

        assertThat(Sha256.of(Files.size(file))).isInstanceOf(OpenSslSha256.class);
        assertThat(Sha256.of(Sha256.MUCH - 1)).isInstanceOf(JdkSha256.class);
        assertThat(FileHash.of(file).toString()).isEqualTo(finish(jdk));
    }

    private static void update(Sha256 sha256, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        sha256.update(bytes, bytes.length);
    }

    private static String finish(Sha256 sha256) {
        byte[] hash = new byte[32];
        sha256.finish(hash);
        return HexFormat.of().formatHex(hash);
    }
}
