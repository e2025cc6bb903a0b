package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is sent to something that does not take it.
class OutputLostTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anAnswerThatAFullDeviceDoesNotTakeIsAFailure() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThat(weir(full, "version")).isEqualTo(5);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("weir: The answer could not be written to its end: No space left on device."
                        + " Make room, or send it elsewhere, and give the command again.\n");
    }

    @Test
    void aReaderThatHasEnoughIsNone() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThat(weir(gone, "version")).isZero();
        assertThat(err.size()).isZero();
    }

    private int weir(OutputStream out, String... words) {
        Console console = new Console(Screen.file(out), Screen.file(err));
        Session.Context context = new Session.Context(
                console,
                folder,
                Map.of(),
                InstantSource.fixed(Called.NOON),
                ZoneOffset.UTC,
                new Wiring(),
                Interruption.byHand());
        return new Cli(context).run(words);
    }
}
