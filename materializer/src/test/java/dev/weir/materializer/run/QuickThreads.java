package dev.weir.materializer.run;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Real threads, for which time passes a hundred times as quickly.
final class QuickThreads implements Threads {

    private static final int QUICKER = 100;

    @Override
    public Work start(Runnable work) {
        return OF_THIS_MACHINE.start(work);
    }

    @Override
    public Work start(String name, Runnable work) {
        return OF_THIS_MACHINE.start(name, work);
    }

    @Override
    public <T> BlockingQueue<T> queue() {
        return new LinkedBlockingQueue<>() {
            @Override
            public T poll(long timeout, TimeUnit unit) throws InterruptedException {
                return super.poll(unit.toNanos(timeout) / QUICKER, TimeUnit.NANOSECONDS);
            }
        };
    }

    @Override
    public Timer timer(String name) {
        Timer timer = OF_THIS_MACHINE.timer(name);
        return new Timer() {
            @Override
            public void after(Duration pause, Runnable action) {
                timer.after(pause.dividedBy(QUICKER), action);
            }

            @Override
            public void every(Duration pause, Runnable action) {
                timer.every(pause.dividedBy(QUICKER), action);
            }

            @Override
            public void close() {
                timer.close();
            }
        };
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        OF_THIS_MACHINE.pause(length.dividedBy(QUICKER));
    }

    @Override
    public long nanoTime() {
        return OF_THIS_MACHINE.nanoTime() * QUICKER;
    }
}
