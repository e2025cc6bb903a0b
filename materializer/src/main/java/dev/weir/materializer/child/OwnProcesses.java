package dev.weir.materializer.child;

import dev.weir.assets.spec.Placement.OwnProcess;
import dev.weir.materializer.pipes.MessageFile;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.process.ChildProcess;
import dev.weir.materializer.process.ProcessCommand;
import dev.weir.materializer.process.ProcessEnd;
import dev.weir.materializer.process.Programs;
import dev.weir.materializer.project.CodeImage;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.OutsideFailure.Again;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.CommandLog;
import dev.weir.materializer.step.Made;
import dev.weir.materializer.step.Place;
import dev.weir.materializer.step.StepLogging;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has a JVM of its own make and stage what a method gives. Threads may share it.
public final class OwnProcesses implements Place {

    private final Here here;
    private final Definitions definitions;
    private final StepLogging logs;
    private @Nullable CodeImage image;

    /// @param logs where the lines go that a step writes
    public OwnProcesses(Here here, Definitions definitions, StepLogging logs) {
        this.here = here;
        this.definitions = definitions;
        this.logs = logs;
    }

    /// What children are made of.
    ///
    /// @param image of the project's code, asked for when the first one starts
    /// @param folder the project's
    /// @param variables of the environment, which they find besides those of their place
    /// @param project the id that stands in the warehouse
    /// @param clock of the attempts
    public record Here(
            ChildJvm jvm,
            Supplier<CodeImage> image,
            Path folder,
            Map<String, String> variables,
            Warehouse warehouse,
            String project,
            InstantSource clock) {}

    @Override
    public Made make(StepTask task) throws OutsideFailure, InterruptedException {
        OwnProcess place = placeOf(task);
        ChildFiles files = prepare(task);
        Map<String, String> environment = new HashMap<>(here.variables());
        environment.putAll(place.context().environment());
        ProcessCommand command = new ProcessCommand(
                here.jvm().words(place, files),
                environment,
                here.folder().resolve(place.context().folder()).normalize());
        Optional<String> obstacle = Programs.obstacle(command);
        if (obstacle.isPresent()) {
            throw new OutsideFailure(obstacle.get(), Again.IS_IN_VAIN);
        }
        CommandLog log = new CommandLog(
                logs.of(task), () -> task.startUp().endedAt(here.clock().instant()));
        ProcessEnd end = run(command, log, new MessageFile(files.messages()));
        try {
            if (Files.exists(files.result())) {
                return ChildResult.read(Files.readAllBytes(files.result())).made();
            }
            throw new ChildDeath(end, place, files, log).explained();
        } catch (IOException unreadable) {
            throw new OutsideFailure("what its process has left cannot be read: " + unreadable.getMessage(), Again.MAY_HELP);
        }
    }

    private static ProcessEnd run(ProcessCommand command, CommandLog log, MessageFile messages)
            throws OutsideFailure, InterruptedException {
        try (ChildProcess process = ChildProcess.start(command, log)) {
            return process.await(() -> messages.readNew(log));
        } catch (IOException failed) {
            throw new OutsideFailure("its process could not be started: " + failed.getMessage(), Again.MAY_HELP);
        }
    }

    private synchronized CodeImage image() {
        if (image == null) {
            image = here.image().get();
        }
        return image;
    }

    private OwnProcess placeOf(StepTask task) {
        if (definitions.graph().asset(task.step().target().asset()).execution().place() instanceof OwnProcess own) {
            return own;
        }
        throw new IllegalStateException("%s has no process of its own".formatted(task.step().target()));
    }

    private ChildFiles prepare(StepTask task) {
        Path attempt = here.warehouse().objects().stage(task.run(), task.version()).folder();
        ChildFiles files = new ChildFiles(attempt.resolve("child"));
        Job job = Job.of(
                image(), List.of(here.warehouse().root().toString(), here.project()), task, definitions);
        try {
            Files.createDirectory(files.folder());
            Files.createFile(files.messages());
            Files.write(files.job(), job.write(this::keyOf));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return files;
    }

    private dev.weir.partitions.PartitionKey keyOf(AssetPartition target) {
        return definitions.graph().asset(target.asset()).partitions().keyOf(target.ordinal());
    }
}
