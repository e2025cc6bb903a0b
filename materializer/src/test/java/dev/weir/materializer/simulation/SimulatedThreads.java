package dev.weir.materializer.simulation;

import dev.weir.materializer.run.Threads;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;

/// The threads of one simulated process: strands of the loop.
final class SimulatedThreads implements Threads {

    private final Loop loop;
    private final SimulatedProcess process;

    SimulatedThreads(Loop loop, SimulatedProcess process) {
        this.loop = loop;
        this.process = process;
    }

    @Override
    public Work start(Runnable work) {
        return start("attempt", work);
    }

    @Override
    public Work start(String name, Runnable work) {
        Strand strand = loop.spawn(name, process, Duration.ZERO, work);
        return new Work() {
            @Override
            public void interrupt() {
                strand.interrupt(loop.instant());
                loop.wake(strand, Duration.ZERO);
            }

            @Override
            public void await() {
                loop.join(strand);
            }
        };
    }

    @Override
    public <T> BlockingQueue<T> queue() {
        return new SimulatedQueue<>(loop);
    }

    @Override
    public Timer timer(String name) {
        return new SimulatedTimer(name);
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        Strand self = loop.current();
        boolean interrupted = self.takeInterruption();
        if (!interrupted) {
            loop.sleep(length);
            interrupted = self.takeInterruption();
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    @Override
    public long nanoTime() {
        return Duration.between(java.time.Instant.EPOCH, loop.instant()).toNanos();
    }

    private final class SimulatedTimer implements Timer {

        private final String name;
        private boolean closed;
        private int underWay;

        SimulatedTimer(String name) {
            this.name = name;
        }

        @Override
        public void after(Duration pause, Runnable action) {
            Strand _ = loop.spawn(name, process, pause, () -> act(action));
        }

        @Override
        public void every(Duration pause, Runnable action) {
            after(pause, () -> {
                action.run();
                every(pause, action);
            });
        }

        private void act(Runnable action) {
            if (!closed) {
                underWay++;
                try {
                    action.run();
                } finally {
                    underWay--;
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            loop.sleepUntil(() -> underWay == 0);
        }
    }
}
