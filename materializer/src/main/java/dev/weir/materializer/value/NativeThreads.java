package dev.weir.materializer.value;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs calls into native code on platform threads of their own, while the caller waits and can be interrupted.
///
/// Two things depend on it. A virtual thread inside native code holds its carrier, of which there are as many as
/// processors: two long queries would stop every other step, and the heartbeat with them. And native code does not hear
/// an interrupt: here the waiting caller hears it and cancels the query.
final class NativeThreads {

    private static final long CANCEL_AGAIN_MILLIS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("weir-duckdb-", 0).factory());

    /// Something that DuckDB does.
    @FunctionalInterface
    interface NativeCall<T> {
        T run() throws Exception;
    }

    <T> Future<T> start(NativeCall<T> call) {
        return threads.submit(call::run);
    }

    /// What the call returns or throws.
    ///
    /// @param cancel stops the call from another thread; may come before it has begun, and more than once
    /// @throws CancellationException if the caller was interrupted; its flag is set, and the call has ended
    static <T> T await(Future<T> call, Runnable cancel) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    T result = interrupted ? call.get(CANCEL_AGAIN_MILLIS, TimeUnit.MILLISECONDS) : call.get();
                    if (interrupted) {
                        throw canceled();
                    }
                    return result;
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel.run();
                } catch (TimeoutException stillRunning) {
                    cancel.run();
                }
            }
        } catch (ExecutionException e) {
            if (interrupted) {
                throw canceled();
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static CancellationException canceled() {
        return new CancellationException("The query was cancelled, because its thread was interrupted");
    }
}
