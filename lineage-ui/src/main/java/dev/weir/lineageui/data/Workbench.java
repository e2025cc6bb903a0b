package dev.weir.lineageui.data;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.value.DuckDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Asks DuckDB about files on behalf of pages. Each question has a DuckDB of its own that sees its files and nothing else, has
/// so much memory and disk, and is interrupted when its time is over. Threads may share it.
public final class Workbench implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final Limits limits;
    private final ThreadPoolExecutor threads;

    /// What a question may take.
    ///
    /// @param time from when it is asked, so that it counts to wait for others
    /// @param atOnce how many questions are answered at once
    public record Limits(Duration time, int atOnce, DuckDb.Limits each) {
        public static final Limits OF_A_PAGE = new Limits(Duration.ofSeconds(15), 2, new DuckDb.Limits(2, 512, 1024));
    }

    public Workbench(Limits limits) {
        this.limits = limits;
        threads = new ThreadPoolExecutor(
                limits.atOnce,
                limits.atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("weir-data-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// @param about what is looked at, for messages
    /// @throws WeirException TOOK_TOO_LONG or OUT_OF_MEMORY if it takes more than it may
    public <T> T ask(String about, Collection<Path> files, Function<DuckDb, T> question) {
        Future<T> answer = threads.submit(() -> {
            try (DuckDb db = DuckDb.confinedTo(files, limits.each)) {
                return question.apply(db);
            }
        });
        try {
            return answer.get(limits.time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            throw new WeirException(
                    ProblemCode.TOOK_TOO_LONG,
                    "To look at %s took longer than %d seconds, and was stopped. weir head, sql and diff take the time they need."
                            .formatted(about, Math.max(1, limits.time.toSeconds())));
        } catch (InterruptedException ending) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("The look at %s was cancelled".formatted(about));
        } catch (ExecutionException failed) {
            throw explained(about, Objects.requireNonNull(failed.getCause()));
        }
    }

    private RuntimeException explained(String about, Throwable failed) {
        return switch (failed) {
            case WeirException problem when problem.problems().getFirst().code() == ProblemCode.OUT_OF_MEMORY ->
                new WeirException(
                        ProblemCode.OUT_OF_MEMORY,
                        "To look at %s takes more than the %d MiB of memory that a page may have. weir head, sql and diff may have more."
                                .formatted(about, limits.each.memoryMegabytes()),
                        problem);
            case IllegalArgumentException wrong ->
                new WeirException(ProblemCode.WRONG_QUERY, String.valueOf(wrong.getMessage()), wrong);
            case RuntimeException other -> other;
            case Error error -> throw error;
            default -> new IllegalStateException(failed);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
