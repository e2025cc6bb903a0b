package dev.weir.benchmarks;

import dev.weir.assets.Log;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.materializer.step.Outside;
import dev.weir.materializer.Materializer;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.metadata.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// One materialisation of everything from empty metadata: planned, run, checked and published by the parts that
/// `weir materialize` uses.
///
/// @param planned the planning
/// @param ran everything from recording the run to its end
record Round(Effort planned, Effort ran, RunReport report) {

    static Round of(EmptyAssets assets, Database database, Path warehouse) throws Exception {
        InstantSource clock = InstantSource.system();
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        Materializer materializer = new Materializer(
                new Runs.Stores(database.runs(), database.commits(), database.versions()),
                Warehouse.open(warehouse, "bench"),
                new Runs.Identity("bench", clock, random, new RunIds(clock, random)),
                CrashPoints.NONE);
        RunPlan[] plan = new RunPlan[1];
        Effort planned = Effort.of(() -> plan[0] = materializer.plan(
                RunRequest.of(EnvironmentName.MAIN, AssetSelection.ALL, clock.instant()), assets.definitions()));
        RunReport[] report = new RunReport[1];
        Effort ran = Effort.of(() -> report[0] = materializer
                .begin(
                        plan[0],
                        new Materializer.Code(assets.definitions(), assets, Round::noLog, Outside.commandsIn(Path.of(""))),
                        Asked.typed("all"),
                        Settings.forThisMachine(),
                        RunListener.SILENT)
                .await());
        return new Round(planned, ran, report[0]);
    }

    private static Log noLog(StepTask task) {
        throw new IllegalStateException("Empty assets write no log");
    }
}
