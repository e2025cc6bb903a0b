package dev.weir.materializer.child;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.Parameter;
import dev.weir.materializer.pipes.MessageLog;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.project.Resources;
import dev.weir.materializer.run.ResolvedInput;
import dev.weir.materializer.run.StartUp;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.ThisProcess;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.warehouse.ObjectStore;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.partitions.PartitionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The other side: a JVM that makes and stages what one method gives, and ends.
public final class ChildMain {

    private ChildMain() {}

    /// @param words the folder with the job
    public static void main(String[] words) throws IOException {
        // As where Weir itself runs.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        ChildFiles files = new ChildFiles(Path.of(words[0]));
        ChildResult result;
        try {
            result = run(Job.read(Files.readAllBytes(files.job())), files);
        } catch (Throwable thrown) {
            thrown.printStackTrace();
            result = ChildResult.of(thrown);
        }
        Path written = files.folder().resolve("result.new");
        Files.write(written, result.write());
        Files.move(written, files.result(), StandardCopyOption.ATOMIC_MOVE);
        // Threads that the author has left behind would keep it alive.
        System.exit(0);
    }

    private static ChildResult run(Job job, ChildFiles files) throws Exception {
        Definitions definitions =
                new Definitions(AssetGraph.of(job.assets()), Map.of(), Map.of(), Map.of(), Map.of());
        AssetKey asset = job.assets().getFirst().key();
        ObjectStore objects = Warehouse.open(
                        Path.of(job.warehouse().getFirst()), job.warehouse().getLast())
                .objects();
        try (Resources code = job.image().open(configs(job), System.getenv())) {
            MessageLog log = new MessageLog(files.messages());
            StepTask task = task(job, asset, definitions, new StartUp(log::opened));
            return ChildResult.of(task, new ThisProcess(code, definitions, objects, log).make(task));
        }
    }

    private static List<ConfigSpec> configs(Job job) {
        List<ConfigSpec> configs = new ArrayList<>();
        for (Parameter parameter : job.assets().getFirst().computation().parameters()) {
            if (parameter instanceof Parameter.Configuration(ConfigSpec config)) {
                configs.add(config);
            }
        }
        return configs;
    }

    private static StepTask task(Job job, AssetKey asset, Definitions definitions, StartUp startUp) {
        Job.Target target = job.target();
        PlannedStep step = new PlannedStep(
                new AssetPartition(asset, target.ordinal()),
                new PlannedAction.Compute(new Reason.Missing()),
                List.of());
        List<ResolvedInput> inputs = new ArrayList<>();
        for (Job.Read read : job.inputs()) {
            inputs.add(new ResolvedInput(
                    new PlannedInput(dependency(definitions, asset, read), PartitionSet.EMPTY), read.versions()));
        }
        return new StepTask(target.run(), target.version(), step, 0, target.attempt(), inputs, List.of(), startUp);
    }

    private static Dependency dependency(Definitions definitions, AssetKey asset, Job.Read read) {
        for (Dependency dependency : definitions.graph().dependenciesOf(asset)) {
            if (dependency.upstream().equals(read.asset()) && isOf(dependency, read.parameter())) {
                return dependency;
            }
        }
        for (Parameter parameter : definitions.graph().asset(asset).computation().parameters()) {
            if (parameter instanceof Parameter.PreviousVersion(var input) && input.parameter().equals(read.parameter())) {
                return Dependency.onItself(asset, input);
            }
        }
        throw new IllegalStateException("Nothing reads %s as %s".formatted(read.asset(), read.parameter()));
    }

    private static boolean isOf(Dependency dependency, String parameter) {
        return dependency.input().isPresent() && dependency.input().get().parameter().equals(parameter);
    }
}
