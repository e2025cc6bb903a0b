package dev.weir.cli.server;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.api.Launcher;
import dev.weir.materializer.run.LaunchedBeforeException;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The runs that somebody has asked for over HTTP, each beside the others as a command of another terminal is.
///
/// Invariants: launches begin one after the other, so that of two with one key the second finds the run of the first; a
/// launch is in the table from before its run is recorded until nothing of it is left; none begins once this is closed.
final class Launches implements Launcher, AutoCloseable {
    private final Session session;
    private final RunStore runs;
    private final Consumer<Throwable> faults;
    private final ReentrantLock beginning = new ReentrantLock();
    private final Map<LaunchedRun, Thread> underWay = new ConcurrentHashMap<>();
    private volatile Runnable changed = () -> {};
    private boolean closed;

    /// @param session of the server
    /// @param faults told what went wrong when nobody waits for an answer any more
    Launches(Session session, RunStore runs, Consumer<Throwable> faults) {
        this.session = session;
        this.runs = runs;
        this.faults = faults;
    }

    /// What to do from now on where a launch finds the project changed.
    void whenChanged(Runnable read) {
        changed = read;
    }

    @Override
    public Launched launch(Launch launch) {
        beginning.lock();
        try {
            if (closed) {
                throw refused("The server is about to end: launch again when it is back.");
            }
            Optional<Launched> before = before(launch);
            return before.isPresent() ? before.get() : begun(launch);
        } finally {
            beginning.unlock();
        }
    }

    private Optional<Launched> before(Launch launch) {
        Optional<Run> before = launch.origin().key().flatMap(runs::launched);
        if (before.isPresent() && !isOf(before.get(), launch)) {
            throw refused("Key %s stands for run %s, which was asked for otherwise: %s. Use another key, or send the same again."
                    .formatted(launch.origin().key().orElseThrow(), before.get().id(), before.get().request()));
        }
        return before.map(Launched.Before::new);
    }

    private boolean isOf(Run run, Launch launch) {
        return run.request().equals(launch.body().commandLine()) && run.environment().equals(session.environment());
    }

    private Launched begun(Launch launch) {
        CompletableFuture<Launched> begun = new CompletableFuture<>();
        LaunchedRun run = new LaunchedRun(session, launch, changed, begun::complete);
        Thread thread = Thread.ofPlatform().daemon().name("weir-launch").unstarted(() -> {
            try {
                run.run();
            } catch (LaunchedBeforeException byAnotherProcess) {
                begun.completeExceptionally(byAnotherProcess);
            } catch (RuntimeException | Error failed) {
                if (!begun.completeExceptionally(failed)) {
                    faults.accept(failed);
                }
            } finally {
                underWay.remove(run);
            }
        });
        underWay.put(run, thread);
        thread.start();
        try {
            return begun.join();
        } catch (CompletionException failed) {
            return failedToBegin(launch, failed.getCause());
        }
    }

    private Launched failedToBegin(Launch launch, @Nullable Throwable failure) {
        switch (failure) {
            case LaunchedBeforeException _ -> {
                return before(launch).orElseThrow();
            }
            case RuntimeException wrong -> throw wrong;
            case Error fault -> throw fault;
            case null, default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public Optional<RunId> waitsFor(RunId run) {
        return underWay.keySet().stream()
                .filter(each -> each.id().equals(Optional.of(run)))
                .findFirst()
                .flatMap(LaunchedRun::waitsFor);
    }

    @Override
    public void cancel(Run run) {
        if (run.status().isFinal()) {
            throw refused("Run %s has ended already: it has %s.".formatted(run.id(), ended(run)));
        }
        for (LaunchedRun each : underWay.keySet()) {
            if (each.id().equals(Optional.of(run.id()))) {
                each.cancel("it was cancelled over HTTP");
                return;
            }
        }
        throw refused("Run %s was not launched by this server (%s): weir run cancel ends it wherever it runs."
                .formatted(run.id(), run.request()));
    }

    private static String ended(Run run) {
        String status = run.status().name().toLowerCase(Locale.ROOT);
        return run.status() == RunStatus.CANCELED ? "been " + status : status;
    }

    /// Cancels all that is under way.
    void cancelAll(String why) {
        underWay.keySet().forEach(each -> each.cancel(why));
    }

    /// The step whose code has called System.exit, by name.
    Optional<String> exiting() {
        return underWay.keySet().stream().map(LaunchedRun::exiting).flatMap(Optional::stream).findFirst();
    }

    private static WeirException refused(String why) {
        return new WeirException(ProblemCode.LAUNCH_REFUSED, why);
    }

    /// Cancels what is under way, and waits until it has come to its end.
    @Override
    public void close() {
        beginNoMore();
        cancelAll("the server was ended");
        try {
            for (Thread thread : underWay.values()) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginNoMore() {
        beginning.lock();
        try {
            closed = true;
        } finally {
            beginning.unlock();
        }
    }
}
