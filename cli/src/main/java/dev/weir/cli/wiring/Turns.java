package dev.weir.cli.wiring;

import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Lets runs of one process that would compute the same partitions go one after the other: the later one plans anew when its
/// turn comes, and finds done what the earlier one did. Threads share it.
///
/// Invariants: no two plans that have their turn have a target in common, and who waits has none, so that nobody waits for
/// who waits for him.
public final class Turns {

    private final Set<RunPlan> atWork = Collections.newSetFromMap(new IdentityHashMap<>());
    private long ends;

    /// What a plan has to wait for.
    ///
    /// @param target one that another plan is at
    /// @param ends how many had ended when that was found
    record Obstacle(AssetPartition target, long ends) {}

    /// Gives a plan its turn, if it is free.
    synchronized Optional<Obstacle> take(RunPlan plan) {
        Set<AssetPartition> wanted = plan.steps().stream()
                .filter(Turns::isDone)
                .map(PlannedStep::target)
                .collect(Collectors.toSet());
        Optional<Obstacle> obstacle = atWork.stream()
                .flatMap(other -> other.steps().stream())
                .filter(step -> isDone(step) && wanted.contains(step.target()))
                .map(step -> new Obstacle(step.target(), ends))
                .findFirst();
        if (obstacle.isEmpty()) {
            atWork.add(plan);
        }
        return obstacle;
    }

    private static boolean isDone(PlannedStep step) {
        return !(step.action() instanceof PlannedAction.Skip);
    }

    synchronized void end(RunPlan plan) {
        if (atWork.remove(plan)) {
            ends++;
            notifyAll();
        }
    }

    /// Waits until one more has ended.
    ///
    /// @throws InterruptedException if somebody lost patience meanwhile
    synchronized void await(Obstacle obstacle) throws InterruptedException {
        while (ends == obstacle.ends()) {
            wait();
        }
    }

    /// The same until a moment of [System#nanoTime].
    ///
    /// @return whether one has ended
    synchronized boolean await(Obstacle obstacle, long until) {
        try {
            for (long left = until - System.nanoTime(); ends == obstacle.ends() && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return ends != obstacle.ends();
    }
}
