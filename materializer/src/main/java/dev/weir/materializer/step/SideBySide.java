package dev.weir.materializer.step;

import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.version.AssetPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Asks something about several partitions at once, each in a virtual thread, as many as a run would have at work. One
/// that fails or takes too long has an answer of its own and holds up nobody else.
///
/// Invariant: whoever is asked has room in its pool and among all; both are given back when its answer is there, or its
/// time is up. Used by one thread.
final class SideBySide<T> {

    /// For assets that have no timeout of their own.
    static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    private final Semaphore room;
    private final Settings settings;
    private final Map<PoolName, Semaphore> pools = new HashMap<>();
    private final Map<AssetPartition, T> answers = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    SideBySide(Settings settings) {
        this.settings = settings;
        room = new Semaphore(settings.parallel());
    }

    /// @param failed the answer of one that threw, or of which the time was up
    void add(AssetPartition target, Execution execution, Callable<Optional<T>> question, Function<Throwable, T> failed) {
        Semaphore pool = execution.pool().value().map(this::pool).orElse(room);
        Duration timeout = execution.timeout().value().orElse(USUAL_TIMEOUT);
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                answer(pool, timeout, question).ifPresent(answer -> answers.put(target, answer));
            } catch (Throwable failure) {
                answers.put(target, failed.apply(failure));
            }
        }));
    }

    private Semaphore pool(PoolName name) {
        return pools.computeIfAbsent(name, _ -> new Semaphore(settings.pools().getOrDefault(name, Integer.MAX_VALUE)));
    }

    // Its pool first: who waits for that takes no room from others.
    private Optional<T> answer(Semaphore pool, Duration timeout, Callable<Optional<T>> question) throws Throwable {
        if (pool == room) {
            return answerInRoom(timeout, question);
        }
        pool.acquire();
        try {
            return answerInRoom(timeout, question);
        } finally {
            pool.release();
        }
    }

    private Optional<T> answerInRoom(Duration timeout, Callable<Optional<T>> question) throws Throwable {
        room.acquire();
        try {
            return within(timeout, question);
        } finally {
            room.release();
        }
    }

    private Optional<T> within(Duration timeout, Callable<Optional<T>> question) throws Throwable {
        FutureTask<Optional<T>> asked = new FutureTask<>(question);
        Thread.ofVirtual().start(asked);
        try {
            return asked.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new TimeoutException("it took longer than %s: give it a longer timeout, as in @Asset(timeout = \"10m\")"
                    .formatted(words(timeout)));
        } catch (ExecutionException thrown) {
            throw Objects.requireNonNullElse(thrown.getCause(), thrown);
        } finally {
            boolean _ = asked.cancel(true);
        }
    }

    private static String words(Duration limit) {
        return limit.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    /// The answers of those that have one, once all are there. An interruption ends the waiting for those that are not.
    Map<AssetPartition, T> await() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stop) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Map.copyOf(answers);
    }
}
