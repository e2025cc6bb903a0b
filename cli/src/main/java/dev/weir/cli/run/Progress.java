package dev.weir.cli.run;

import dev.weir.assets.spec.PoolName;
import dev.weir.checks.Verdict;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.VerdictText;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.LogLine;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Prints what a run does: a line for each step that ended, and on a terminal a live line for what is going on. Of a run
/// with very many steps only what went wrong gets a line.
public final class Progress implements RunListener, AutoCloseable {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_NAMES = 3;
    private static final int MOST_SAID = 10;

    private final Screen screen;
    private final Names names;
    private final int planned;
    private final Duration expected;
    private final Said shown;
    private final Map<AssetPartition, Deque<LogLine>> unshown = new HashMap<>();
    private final long startedAt = System.nanoTime();
    private final Set<AssetPartition> running = new LinkedHashSet<>();
    private final Map<AssetPartition, PoolName> waiting = new LinkedHashMap<>();
    private final Set<PoolName> full = new HashSet<>();
    private final BusyTime busy = new BusyTime();
    private final LiveLine live;
    private int ended;

    /// @param planned how many steps the plan has
    /// @param expected how long it takes, going by earlier runs; zero if nobody knows
    public Progress(Screen screen, Names names, int planned, Duration expected, Said shown) {
        this.screen = screen;
        this.names = names;
        this.planned = planned;
        this.expected = expected;
        this.shown = shown;
        this.live = LiveLine.open(screen, this::status);
    }

    @Override
    public void waiting(AssetPartition target, PoolName pool) {
        live.print(() -> {
            waiting.put(target, pool);
            if (full.add(pool)) {
                screen.line(screen.paint(
                        Style.DIM,
                        "  %s waits for room in pool %s, which other processes have".formatted(names.of(target), pool)));
            }
        });
    }

    @Override
    public void started(AssetPartition target, int attempt) {
        synchronized (live) {
            waiting.remove(target);
            running.add(target);
        }
    }

    @Override
    public void retrying(AssetPartition target, int failedAttempt, String problem, Duration pause) {
        live.print(() -> {
            running.remove(target);
            line(Style.YELLOW, "↻", names.of(target) + " failed at attempt " + failedAttempt + ": "
                    + problem.replace("\n", "\n    ") + ". Trying again in " + Quantity.duration(pause) + ".");
        });
    }

    @Override
    public void said(LogLine line) {
        boolean printed = line.level().isPrinted() && planned <= MOST_LINES;
        if (shown == Said.ALL || printed) {
            live.print(() -> print(line));
        } else if (line.step().isPresent()) {
            synchronized (live) {
                Deque<LogLine> last = unshown.computeIfAbsent(line.step().get(), _ -> new ArrayDeque<>());
                last.add(line);
                if (last.size() > MOST_SAID) {
                    last.remove();
                }
            }
        }
    }

    private void print(LogLine line) {
        String name = line.step().map(names::of).orElse("run");
        String level = line.level().isPrinted() ? "" : line.level() + "  ";
        Style style = line.level() == LogLine.Level.WARN || line.level() == LogLine.Level.ERROR ? Style.YELLOW : Style.DIM;
        screen.line(screen.paint(style, "  " + name + "  " + level + line.text().stripTrailing().replace("\n", "\n      ")));
    }

    @Override
    public void ended(StepResult result) {
        live.print(() -> {
            running.remove(result.target());
            waiting.remove(result.target());
            ended++;
            busy.add(result.timing());
            print(result);
            Deque<LogLine> last = unshown.remove(result.target());
            if (last != null && result instanceof StepResult.Failed) {
                last.forEach(this::print);
            }
        });
    }

    /// For how long at least one step was at work so far.
    public Duration busy() {
        synchronized (live) {
            return busy.total();
        }
    }

    @Override
    public void close() {
        live.close();
    }

    private String status() {
        StringBuilder text = new StringBuilder();
        text.append(ended).append('/').append(planned).append(" steps");
        if (!running.isEmpty()) {
            text.append(" · ").append(running.size()).append(" running: ");
            int shown = 0;
            for (AssetPartition target : running) {
                if (shown == MOST_NAMES) {
                    text.append(", …");
                    break;
                }
                text.append(shown++ == 0 ? "" : ", ").append(names.of(target));
            }
        }
        if (!waiting.isEmpty()) {
            text.append(" · ").append(waiting.size()).append(" waiting for pool ").append(waiting.values().iterator().next());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        text.append(" · ").append(Quantity.duration(took));
        // Beyond it there is nothing to go by.
        if (took.compareTo(expected) < 0) {
            text.append(" of about ").append(Quantity.duration(expected));
        }
        return text.toString();
    }

    private void print(StepResult result) {
        switch (result) {
            case StepResult.Published published -> {
                if (planned <= MOST_LINES) {
                    line(Style.GREEN, "✓", names.of(published.version()) + facts(published.version(), result));
                }
                published.verdicts().stream()
                        .filter(verdict -> !verdict.result().passed())
                        .forEach(verdict -> verdict(Style.YELLOW, verdict));
            }
            case StepResult.Rejected rejected -> {
                line(Style.RED, "✗", names.of(rejected.version()) + " was rejected" + facts(rejected.version(), result));
                rejected.verdicts().stream()
                        .filter(Verdict::blocks)
                        .forEach(verdict -> verdict(Style.RED, verdict));
            }
            case StepResult.Failed failed -> line(Style.RED, "✗", names.of(failed.target()) + " failed: " + failed.problem().replace("\n", "\n    "));
            case StepResult.Skipped skipped -> skipped(skipped.target(), skipped.why());
            case StepResult.Declined declined -> skipped(declined.target(), declined.skip().why());
            case StepResult.Audited audited -> {
                boolean tainted = !audited.taint().isEmpty();
                line(
                        tainted ? Style.RED : Style.GREEN,
                        tainted ? "✗" : "✓",
                        names.of(audited.target()) + (tainted ? " is tainted: " + audited.taint() : " passes its changed checks"));
            }
        }
    }

    private void skipped(AssetPartition target, String why) {
        if (planned <= MOST_LINES) {
            line(Style.DIM, "–", names.of(target) + " was skipped: " + why);
        }
    }

    private static String facts(Version version, StepResult result) {
        StringBuilder text = new StringBuilder();
        if (version.content() instanceof Content.TableFiles table) {
            text.append("  ").append(Quantity.of(table.rows(), "row"));
            boolean isView = table.files().stream().anyMatch(DataFile::isView);
            text.append("  ").append(isView ? "view" : Quantity.bytes(table.bytes()));
        }
        if (version.content() instanceof Content.OneFile || version.content() instanceof Content.Folder) {
            text.append("  ").append(Quantity.bytes(version.content().bytes()));
        }
        return text.append("  ").append(Quantity.duration(result.timing().took())).toString();
    }

    private void verdict(Style style, Verdict verdict) {
        String found = VerdictText.found(verdict);
        screen.line("    " + screen.paint(style, verdict.check().name())
                + (verdict.description().isEmpty() ? " failed" : ": " + verdict.description())
                + (found.isEmpty() ? "" : "; found " + found));
        VerdictText.printSample(verdict, "    ", screen);
    }

    private void line(Style style, String mark, String text) {
        screen.line(screen.paint(style, mark) + " " + text);
    }
}
