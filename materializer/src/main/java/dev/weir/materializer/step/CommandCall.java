package dev.weir.materializer.step;

import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.InputSpec;
import dev.weir.materializer.pipes.PipesContext;
import dev.weir.materializer.pipes.PipesSession;
import dev.weir.materializer.process.ChildProcess;
import dev.weir.materializer.process.ProcessCommand;
import dev.weir.materializer.process.ProcessEnd;
import dev.weir.materializer.process.Programs;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.OutsideFailure.Again;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.TimeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One run of the command of an asset. Used by one thread, once.
final class CommandCall {

    private final Surroundings with;
    private final StepTask task;
    private final AssetSpec asset;
    private final CommandLine line;
    private final Function<InputSpec, List<CurrentVersion>> inputs;

    /// @param inputs the versions that a parameter reads
    CommandCall(
            Surroundings with,
            StepTask task,
            AssetSpec asset,
            CommandLine line,
            Function<InputSpec, List<CurrentVersion>> inputs) {
        this.with = with;
        this.task = task;
        this.asset = asset;
        this.line = line;
        this.inputs = inputs;
    }

    /// @param staging where the command writes its result
    /// @param folder of the attempt, for the files by which the command is told what to do
    /// @throws WeirException if what it reads is not there
    /// @throws OutsideFailure if the command fails
    /// @throws InterruptedException after it was killed
    CommandResult run(Path staging, Path folder) throws OutsideFailure, InterruptedException {
        Path told = sessionFolder(folder);
        PipesSession session = PipesSession.open(told, context(staging, told));
        Map<String, String> environment = new HashMap<>(with.outside().variables());
        environment.putAll(line.context().environment());
        environment.putAll(session.environment());
        environment.put("WEIR_STAGING", staging.toString());
        Path work = with.outside().folder().resolve(line.context().folder()).normalize();
        ProcessCommand command = new ProcessCommand(line.words(), environment, work);
        Optional<String> obstacle = Programs.obstacle(command);
        if (obstacle.isPresent()) {
            throw new OutsideFailure(obstacle.get(), Again.IS_IN_VAIN);
        }
        CommandLog log = new CommandLog(with.logs().of(task), this::started);
        CommandReport report = new CommandReport(asset.key(), with.definitions().codeOf(asset.key()), log);
        ProcessEnd end = run(command, log, session, report);
        session.messages().readRest(report);
        if (!end.isGood() || report.problem().isPresent()) {
            throw new OutsideFailure(problem(end, report.problem(), log.lastLines()), Again.MAY_HELP);
        }
        return new CommandResult(line, staging, report);
    }

    private ProcessEnd run(ProcessCommand command, CommandLog log, PipesSession session, CommandReport report)
            throws OutsideFailure, InterruptedException {
        try (ChildProcess process = ChildProcess.start(command, log)) {
            started();
            return process.await(() -> session.messages().readNew(report));
        } catch (IOException failed) {
            throw new OutsideFailure("it could not be started: " + failed.getMessage(), Again.MAY_HELP);
        }
    }

    private void started() {
        task.startUp().endedAt(with.clock().instant());
    }

    private String problem(ProcessEnd end, Optional<String> reported, String lastLines) {
        String why = reported.orElse(lastLines);
        return "%s %s%s".formatted(line.text(), end, why.isEmpty() ? " and printed nothing" : ": " + why);
    }

    private static Path sessionFolder(Path folder) {
        try {
            return Files.createDirectory(folder.resolve("pipes"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private PipesContext context(Path staging, Path told) {
        AssetPartition target = task.step().target();
        boolean isWhole = with.values().keyOf(target).isUnpartitioned();
        return new PipesContext(
                asset.key(),
                with.definitions().codeOf(asset.key()).toString(),
                isWhole ? Optional.empty() : Optional.of(with.values().keyOf(target).value()),
                window(target),
                task.run().toString(),
                task.attempt(),
                new CommandExtras(with, task, asset, new CommandInputs(with, task, line.tables(), told), inputs)
                        .toJson(staging));
    }

    private Optional<TimeWindow> window(AssetPartition target) {
        return asset.partitions() instanceof PartitionsDefinition.Time time
                ? Optional.of(time.windowOf(target.ordinal()))
                : Optional.empty();
    }
}
