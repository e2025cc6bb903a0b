package dev.weir.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.run.LogLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaLogHandlerTest {

    private final List<LogLine> lines = new ArrayList<>();
    private final AttemptLog log =
            new AttemptLog(Optional.empty(), 1, InstantSource.fixed(Instant.EPOCH), lines::add);

    @AfterEach
    void leave() {
        CurrentStep.leave();
    }

    @Test
    void aRecordGoesToTheStepOfItsThread() {
        CurrentStep.enter(log);

        publish("org.example.Archive", Level.WARNING, "{0} files");

        assertThat(lines)
                .containsExactly(new LogLine(
                        Instant.EPOCH, LogLine.Level.WARN, Optional.empty(), 1, "org.example.Archive", "3 files"));
    }

    @Test
    void ofTheEngineAndOutsideOfStepsNothingIsHeard() {
        publish("org.example.Archive", Level.SEVERE, "nobody");
        CurrentStep.enter(log);
        publish("org.postgresql.Driver", Level.SEVERE, "not mine");

        assertThat(lines).isEmpty();
    }

    private static void publish(String logger, Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName(logger);
        entry.setParameters(new Object[] {3});
        new JavaLogHandler().publish(entry);
    }
}
