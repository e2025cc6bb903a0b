package dev.weir.cli.wiring;

import dev.weir.cli.run.InterruptedWaiting;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets runs of one process that would compute the same partitions go one after the other, in the order they came: the later
/// one plans anew when its turn comes, and finds done what the earlier one did. Threads share it.
///
/// Invariants: no two plans that have their turn have a target in common; who waits, waits for who has his turn or came
/// earlier, so that nobody waits for who waits for him.
public final class Turns {

    private final List<Place> line = new ArrayList<>();
    private long moves;

    /// What a plan has to wait for: one of its targets is another's.
    final class Obstacle implements Workspace.WaitedFor {
        private final AssetPartition target;
        private final Place of;
        private final long moves;

        private Obstacle(AssetPartition target, Place of, long moves) {
            this.target = target;
            this.of = of;
            this.moves = moves;
        }

        @Override
        public AssetPartition target() {
            return target;
        }

        @Override
        public Optional<RunId> run() {
            synchronized (Turns.this) {
                return Optional.ofNullable(of.run);
            }
        }
    }

    /// Somebody who waits for a turn, or has it until this is closed.
    final class Place implements AutoCloseable {
        private List<PlannedStep> steps = List.of();
        private @Nullable RunId run;
        private boolean atWork;
        private boolean withdrawn;

        /// Gives a plan its turn, if it is free.
        Optional<Obstacle> take(RunPlan plan) {
            synchronized (Turns.this) {
                steps = plan.steps();
                Optional<Obstacle> obstacle = obstacle();
                if (obstacle.isEmpty() || atWork) {
                    // It may be at less than it has waited for, and who has planned anew may have to wait again.
                    moved();
                }
                atWork = obstacle.isEmpty();
                return obstacle.isEmpty() ? obstacle : obstacle();
            }
        }

        private Optional<Obstacle> obstacle() {
            Set<AssetPartition> wanted =
                    steps.stream().filter(Turns::isDone).map(PlannedStep::target).collect(Collectors.toSet());
            int own = line.indexOf(this);
            for (int i = 0; i < line.size(); i++) {
                Place other = line.get(i);
                if (i < own || (other.atWork && i != own)) {
                    for (PlannedStep step : other.steps) {
                        if (isDone(step) && wanted.contains(step.target())) {
                            return Optional.of(new Obstacle(step.target(), other, moves));
                        }
                    }
                }
            }
            return Optional.empty();
        }

        /// Waits a while, or less if something has changed since the obstacle was found.
        ///
        /// @return whether it is still to be waited for
        boolean await(Obstacle obstacle, Duration atMost) {
            synchronized (Turns.this) {
                if (moves == obstacle.moves && !withdrawn) {
                    pause(atMost);
                }
                return moves == obstacle.moves && !withdrawn;
            }
        }

        /// Waits a while, or less if nobody wants the turn any more or something has changed.
        void pause(Duration atMost) {
            synchronized (Turns.this) {
                try {
                    if (!withdrawn) {
                        Turns.this.wait(atMost.toMillis());
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    withdrawn = true;
                }
            }
        }

        /// @throws InterruptedWaiting if nobody wants the turn any more
        void requireWanted() {
            synchronized (Turns.this) {
                if (withdrawn) {
                    throw new InterruptedWaiting();
                }
            }
        }

        /// Nobody wants the turn any more. Any thread may call it.
        void withdraw() {
            synchronized (Turns.this) {
                withdrawn = true;
                Turns.this.notifyAll();
            }
        }

        /// It is a run by now.
        void isRun(RunId id) {
            synchronized (Turns.this) {
                run = id;
            }
        }

        @Override
        public void close() {
            synchronized (Turns.this) {
                line.remove(this);
                moved();
            }
        }
    }

    /// A place behind all others.
    synchronized Place place() {
        Place last = new Place();
        line.add(last);
        return last;
    }

    private synchronized void moved() {
        moves++;
        notifyAll();
    }

    private static boolean isDone(PlannedStep step) {
        return !(step.action() instanceof PlannedAction.Skip);
    }
}
