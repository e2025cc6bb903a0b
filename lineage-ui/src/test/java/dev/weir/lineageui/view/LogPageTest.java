package dev.weir.lineageui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.run.LogLine.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPageTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void logNothing() throws IOException {
        file = folder.resolve("run.log");
        Files.writeString(file, "");
    }

    @Test
    void pagesForwardAndBackwardMeetAtTheSameTexts() throws IOException {
        for (int i = 0; i < 25; i++) {
            log(Level.INFO, "orders@" + i % 3, i % 5 == 0 ? "line " + i + "\n\tat somewhere\n    deeper" : "line " + i);
        }
        List<LogEntry> all = LogPage.from(file, 0, 100, LogFilter.ALL).entries();
        List<LogEntry> forward = new ArrayList<>();
        List<LogEntry> backward = new ArrayList<>();
        long size = Files.size(file);
        for (LogPage page = LogPage.from(file, 0, 4, LogFilter.ALL); !page.entries().isEmpty(); page = LogPage.from(file, page.next(), 4, LogFilter.ALL)) {
            forward.addAll(page.entries());
        }
        for (LogPage page = LogPage.before(file, size, 4, LogFilter.ALL); !page.entries().isEmpty(); page = LogPage.before(file, page.from(), 4, LogFilter.ALL)) {
            backward.addAll(0, page.entries());
        }

        assertThat(all).hasSize(25);
        assertThat(all.get(5).text().text()).isEqualTo("line 5\n\tat somewhere\n    deeper");
        assertThat(forward).isEqualTo(all);
        assertThat(backward).isEqualTo(all);
        assertThat(LogPage.before(file, size, 4, LogFilter.ALL).next()).isEqualTo(size);
    }

    @Test
    void aPageBeginsWithTheFirstTextBehindAnyByte() throws IOException {
        log(Level.INFO, "orders", "first\nand more of it");
        log(Level.INFO, "orders", "second");
        long second = LogPage.from(file, 0, 10, LogFilter.ALL).entries().get(1).at();

        for (long at = 1; at <= second; at++) {
            assertThat(texts(LogPage.from(file, at, 10, LogFilter.ALL))).containsExactly("second");
        }
        assertThat(LogPage.from(file, second + 1, 10, LogFilter.ALL).entries()).isEmpty();
        assertThat(LogPage.from(file, 999_999, 10, LogFilter.ALL).next()).isEqualTo(Files.size(file));
    }

    @Test
    void whatIsStillBeingWrittenIsReadWhenItHasAnEnd() throws IOException {
        log(Level.INFO, "orders", "first");
        long whole = Files.size(file);
        append("2026-06-01T12:00:00Z INFO  step=orders attempt=1 logger=- sec");

        assertThat(texts(LogPage.from(file, 0, 10, LogFilter.ALL))).containsExactly("first");
        assertThat(LogPage.from(file, 0, 10, LogFilter.ALL).next()).isEqualTo(whole);
        assertThat(LogPage.before(file, 999_999, 10, LogFilter.ALL).next()).isEqualTo(whole);
        append("ond\n");
        assertThat(texts(LogPage.from(file, whole, 10, LogFilter.ALL))).containsExactly("second");
    }

    @Test
    void ofAVeryLongLineTheBeginningIsShownAndWhatFollowsIsFound() throws IOException {
        log(Level.INFO, "orders", "x".repeat(3_000_000));
        log(Level.INFO, "orders", "first\n" + "y".repeat(100_000));
        log(Level.INFO, "orders", "after");

        List<LogEntry> entries = LogPage.from(file, 0, 10, LogFilter.ALL).entries();
        String head = "2026-06-01T12:00:00Z INFO  step=orders attempt=1 logger=- ";

        assertThat(entries).extracting(entry -> entry.text().text().length()).containsExactly(65_536 - head.length(), 5, 5);
        assertThat(entries.getFirst().cut()).isEqualTo(3_000_000 + head.length() - 65_536);
        assertThat(entries.get(1).cut()).isGreaterThan(99_999);
        assertThat(texts(LogPage.from(file, 17, 1, LogFilter.ALL))).containsExactly("first");
        assertThat(LogPage.before(file, Files.size(file), 10, LogFilter.ALL).entries()).isEqualTo(entries);
    }

    @Test
    void aFilterChoosesByStepAssetLevelAndText() throws IOException {
        log(Level.INFO, "orders@1", "looking");
        log(Level.WARN, "orders@2", "Slow");
        log(Level.ERROR, "orders_late", "the till is closed");

        assertThat(texts(LogPage.from(file, 0, 10, filter("orders", "")))).containsExactly("looking", "Slow");
        assertThat(texts(LogPage.from(file, 0, 10, filter("orders@2", "")))).containsExactly("Slow");
        assertThat(texts(LogPage.before(file, 999_999, 10, filter("", "SLOW")))).containsExactly("Slow");
        LogFilter bad = new LogFilter(Optional.empty(), Set.of(Level.WARN, Level.ERROR), Optional.empty());
        assertThat(texts(LogPage.from(file, 0, 10, bad))).containsExactly("Slow", "the till is closed");
    }

    @Test
    void wordsAreFoundInEveryLineOfATextInAnyCaseButNotBeforeIt() throws IOException {
        log(Level.INFO, "orders@1", "first\nsecond Line");
        log(Level.WARN, "orders@2", "300 K");
        log(Level.WARN, "orders@3", "300 \u212A, 300 \u00C4");
        append("cut off by a crash INFO step=second\n");

        assertThat(texts(LogPage.from(file, 0, 10, filter("", "SECOND LINE")))).containsExactly("first\nsecond Line");
        assertThat(texts(LogPage.from(file, 0, 10, filter("", "300 k")))).containsExactly("300 K", "300 \u212A, 300 \u00C4");
        assertThat(texts(LogPage.before(file, 999_999, 10, filter("", "\u00E4")))).containsExactly("300 \u212A, 300 \u00C4");
        assertThat(texts(LogPage.from(file, 0, 10, filter("", "first\nsecond")))).containsExactly("first\nsecond Line");
        assertThat(LogPage.from(file, 0, 10, filter("", "attempt")).entries()).isEmpty();
        assertThat(LogPage.from(file, 0, 10, filter("", "orders@2")).entries()).isEmpty();
        assertThat(LogPage.before(file, 999_999, 10, filter("orders@1", "300")).entries()).isEmpty();
    }

    @Test
    void aFilterLooksThroughSoMuchAtATimeAndSaysHowFarItHasGot() throws IOException {
        log(Level.ERROR, "orders", "needle");
        for (int i = 0; i < 40; i++) {
            append(("2026-06-01T12:00:00Z INFO  step=orders attempt=1 logger=- " + "hay ".repeat(200) + "\n").repeat(1_500));
        }
        log(Level.ERROR, "orders", "needle");
        LogFilter needles = filter("", "needle");
        LogPage first = LogPage.from(file, 0, 10, needles);
        LogPage last = LogPage.before(file, Files.size(file), 10, needles);

        assertThat(first.entries()).hasSize(1);
        assertThat(first.next()).isLessThan(first.size());
        assertThat(LogPage.from(file, first.next(), 10, needles).entries()).hasSize(1);
        assertThat(last.entries()).hasSize(1);
        assertThat(last.from()).isPositive();
        assertThat(LogPage.before(file, last.from(), 10, needles).entries()).isEqualTo(first.entries());
    }

    private static LogFilter filter(String target, String words) {
        return new LogFilter(
                Optional.of(target).filter(text -> !text.isEmpty()),
                Set.of(Level.values()),
                Optional.of(words).filter(text -> !text.isEmpty()));
    }

    private static List<String> texts(LogPage page) {
        return page.entries().stream().map(entry -> entry.text().text()).toList();
    }

    private void log(Level level, String step, String text) throws IOException {
        append(new LogText(NOON, level, step, 1, "", text).write());
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
