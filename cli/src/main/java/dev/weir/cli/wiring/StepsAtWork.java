package dev.weir.cli.wiring;

import dev.weir.lineageui.view.StepAtWork;
import dev.weir.materializer.run.AtWork;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Threads;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps in a file which steps of a run are at work, for those who look at it meanwhile, and for those who come after a
/// process that ends without a word. A step that is over quickly is never in it.
///
/// Used by the timer's thread, between [#follow] and [#close].
final class StepsAtWork implements AutoCloseable {

    static final Duration A_WHILE = Duration.ofMillis(200);

    private static final String BETWEEN = "\t";

    private final Path file;
    private final Runs.Handle run;
    private final Names names;
    private final InstantSource clock;
    private Threads.@Nullable Timer timer;
    private List<StepAtWork> written = List.of();

    StepsAtWork(Path folder, Runs.Handle run, Names names, InstantSource clock) {
        this.file = fileOf(folder, run.id());
        this.run = run;
        this.names = names;
        this.clock = clock;
    }

    /// What a run that did not close its file was at when it was last written, by name. Forgets it.
    static List<String> left(Path folder, RunId run) throws IOException {
        List<String> targets = of(folder, run).stream().map(StepAtWork::target).toList();
        Files.deleteIfExists(fileOf(folder, run));
        return targets;
    }

    /// What a run is at; nothing if that is not known.
    static List<StepAtWork> of(Path folder, RunId run) {
        List<StepAtWork> steps = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(fileOf(folder, run))) {
                String[] parts = line.split(BETWEEN, -1);
                steps.add(new StepAtWork(parts[0], Integer.parseInt(parts[1]), Instant.parse(parts[2])));
            }
        } catch (IOException | NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException notWhole) {
            // It is not there, or is being written.
        }
        return steps;
    }

    private static Path fileOf(Path folder, RunId run) {
        return folder.resolve(run.toString());
    }

    /// Starts to look, again and again.
    void follow() {
        timer = Threads.OF_THIS_MACHINE.timer("weir-steps-at-work");
        timer.every(A_WHILE, this::look);
    }

    private void look() {
        Instant now = clock.instant();
        List<StepAtWork> steps =
                run.atWork(A_WHILE).stream().map(step -> at(step, now)).toList();
        if (steps.equals(written)) {
            return;
        }
        written = steps;
        List<String> lines = steps.stream()
                .map(step -> String.join(BETWEEN, step.target(), String.valueOf(step.attempt()), step.since().toString()))
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException unwritable) {
            // Who looks, or comes after, is told less.
        }
    }

    private StepAtWork at(AtWork step, Instant now) {
        String name = names.of(step.target());
        return written.stream()
                .filter(known -> known.target().equals(name) && known.attempt() == step.attempt())
                .findFirst()
                .orElseGet(() -> new StepAtWork(name, step.attempt(), now.minus(step.lasting())));
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.close();
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // Of a run that has ended nobody asks for it.
        }
    }
}
