package dev.weir.materializer.run;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Virtual threads for what is short, platform threads for what lasts.
final class MachineThreads implements Threads {

    @Override
    public Work start(Runnable work) {
        return new ThreadWork(Thread.ofVirtual().start(work));
    }

    @Override
    public Work start(String name, Runnable work) {
        return new ThreadWork(Thread.ofPlatform().daemon().name(name).start(work));
    }

    @Override
    public <T> BlockingQueue<T> queue() {
        return new LinkedBlockingQueue<>();
    }

    @Override
    public Timer timer(String name) {
        return new ThreadTimer(name);
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        Thread.sleep(length);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    private record ThreadWork(Thread thread) implements Work {
        @Override
        public void interrupt() {
            thread.interrupt();
        }

        // The JVM runs the hooks in the thread that asked for the end.
        @Override
        public boolean isExiting() {
            for (StackTraceElement frame : thread.getStackTrace()) {
                if (frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit")) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void await() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class ThreadTimer implements Timer {

        private final ScheduledThreadPoolExecutor thread;

        ThreadTimer(String name) {
            thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
            thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            thread.setRemoveOnCancelPolicy(true);
        }

        @Override
        public void after(Duration pause, Runnable action) {
            Future<?> _ = thread.schedule(action, pause.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void every(Duration pause, Runnable action) {
            Future<?> _ = thread.scheduleWithFixedDelay(action, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        }

        // What is under way is not interrupted: that would close the files it uses.
        @Override
        public void close() {
            thread.shutdown();
            try {
                boolean _ = thread.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
