package dev.weir.cli.kill;

import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Kills processes that work on one project, each on what the one before has left.
final class KillLoop {

    private final VictimJvm jvm;
    private final Path folder;
    private final Memory memory;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private int generation;

    KillLoop(VictimJvm jvm, Path folder, Memory memory) {
        this.jvm = jvm;
        this.folder = folder;
        this.memory = memory;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /// Starts a process and has it killed.
    ///
    /// @return whether it was; a process that never passes the point, or is too quick, ends by itself
    boolean kill(Kill kill) throws IOException, InterruptedException {
        Process process = start(kill);
        CompletableFuture<String> wrong = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (BufferedReader lines = process.inputReader()) {
            if (kill instanceof Kill.Outside(int results, int milliseconds)) {
                hear(lines, results);
                boolean _ = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
                // As kill -9 does.
                process.toHandle().destroyForcibly();
            }
            hear(lines, Integer.MAX_VALUE);
        }
        int exit = process.waitFor();
        boolean killed = exit == (kill instanceof Kill.At ? Victim.HALTED : 128 + 9);
        if (!killed && exit != 0) {
            throw new IllegalStateException("The process failed with exit status %d: %s".formatted(exit, wrong.join()));
        }
        return killed;
    }

    /// Has a process leave something for a recovery to do.
    void leaveSomething(Random random) throws IOException, InterruptedException {
        boolean _ = kill(Kill.leavingSomething(random));
    }

    /// Something that happens to what a process needs.
    interface Mishap {
        void happen() throws IOException, InterruptedException;
    }

    /// Starts a process, has something happen at a moment, and lets the process go on to its end.
    ///
    /// @return what it said was wrong, if it did not get there
    String end(Kill.Outside moment, Mishap mishap) throws IOException, InterruptedException {
        Process process = start(moment);
        CompletableFuture<String> wrong = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (BufferedReader lines = process.inputReader()) {
            hear(lines, moment.results());
            boolean _ = process.waitFor(moment.milliseconds(), TimeUnit.MILLISECONDS);
            mishap.happen();
            hear(lines, Integer.MAX_VALUE);
        }
        int exit = process.waitFor();
        String said = wrong.join();
        return exit == 0 || exit == Victim.FAILED ? said : "exit status %d, %s".formatted(exit, said);
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process start(Kill kill) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(folder.toString(), memory.toString(), String.valueOf(generation)));
        generation += Victim.GENERATIONS;
        if (kill instanceof Kill.At(var point, int passage)) {
            arguments.addAll(List.of(point.name(), String.valueOf(passage)));
        }
        return jvm.start(arguments);
    }

    private void hear(BufferedReader lines, int results) throws IOException {
        for (int heard = 0; heard < results; heard++) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            Acknowledged.parse(line).ifPresent(acknowledged::add);
            if (!line.contains(" ")) {
                words.merge(line, 1, Integer::sum);
            }
        }
    }

    /// How often a process said just this word.
    int heard(String word) {
        return words.getOrDefault(word, 0);
    }

    /// Opens what the last process has left, recovers, lets go of what is old, and runs once.
    ///
    /// @return what is wrong, before or after that run
    List<String> findings() throws IOException, SQLException {
        try (SmallProject project = SmallProject.open(folder, memory)) {
            project.recover();
            project.collect();
            List<String> findings = new ArrayList<>(look(project));
            findings.addAll(ViewCheck.findingsOfAnyMoment(project.database(), project.warehouse().root()));
            if (findings.isEmpty()) {
                findings.addAll(run(project));
                findings.addAll(look(project));
                findings.addAll(ViewCheck.findingsAfterARun(project.database(), project.warehouse().root()));
            }
            return findings;
        }
    }

    private List<String> look(SmallProject project) throws IOException {
        return StoreCheck.findings(project.database(), project.warehouse(), acknowledged);
    }

    private List<String> run(SmallProject project) {
        int before = acknowledged.size();
        RunReport report = project.run(generation, new RunListener() {
            @Override
            public void ended(StepResult result) {
                Acknowledged.of(result).ifPresent(acknowledged::add);
            }
        });
        generation++;
        boolean complete = report.failed().isEmpty()
                && report.problem().isEmpty()
                && acknowledged.size() - before == SmallProject.STEPS - report.skipped();
        return complete ? List.of() : List.of("the next run did not complete: " + report);
    }
}
