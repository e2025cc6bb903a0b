package dev.weir.cli.wiring;

import dev.weir.cli.run.Interruption;
import dev.weir.cli.run.InterruptedWaiting;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.run.QueuedRun;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A queued run on its way to its turn: first among those of this process, in the order they came, then among those of all
/// processes, as the database knows them. Whenever it has waited it plans anew.
record TakingTurns(Turns.Place place, QueuedRun run, Interruption interruption, Workspace.Waiting waiting) {

    /// How often it looks whether what it waits for has ended, or itself was cancelled, in another process.
    private static final Duration LOOK = Duration.ofMillis(250);

    /// @return what is left to do by then; all of it is claimed
    /// @throws InterruptedWaiting if nobody wants it any more
    RunPlan take(RunPlan plan, Supplier<RunPlan> again) {
        RunPlan next = plan;
        interruption.watch(_ -> place.withdraw());
        while (waits(next)) {
            next = again.get();
        }
        interruption.watch(_ -> {});
        return next;
    }

    /// @return whether it has waited; otherwise it has its turn
    private boolean waits(RunPlan plan) {
        Optional<Turns.Obstacle> obstacle = place.take(plan);
        if (obstacle.isPresent()) {
            waiting.tell(run, obstacle.get());
            await(obstacle.get());
            return true;
        }
        return run.waits(plan, new AmongProcesses());
    }

    private void await(Turns.Obstacle obstacle) {
        while (place.await(obstacle, LOOK)) {
            run.requireQueued();
        }
        place.requireWanted();
    }

    private final class AmongProcesses implements QueuedRun.Patience {
        @Override
        public void waitsFor(Rival rival) {
            waiting.tell(run, new Elsewhere(rival));
        }

        @Override
        public void pause() {
            place.pause(LOOK);
            place.requireWanted();
        }
    }

    /// A run of another process, or one of this that has not ended yet though its command has.
    private record Elsewhere(Rival rival) implements Workspace.WaitedFor {
        @Override
        public AssetPartition target() {
            return rival.target();
        }

        @Override
        public Optional<RunId> run() {
            return Optional.of(rival.run());
        }
    }
}
