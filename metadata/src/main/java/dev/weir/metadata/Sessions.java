package dev.weir.metadata;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The connections to one database, and the threads that use them.
///
/// Invariants. Every statement runs on a thread of this class's own, which nobody interrupts: an interrupt inside H2's
/// file channel closes the database under everybody, and one of a virtual thread inside a socket closes the connection.
/// A session is used by one of these threads at a time, and after a failure by none. On H2 one transaction writes at a
/// time, so that none waits for another's row locks until it times out.
final class Sessions implements AutoCloseable {

    private static final int LIMIT = 8;
    private static final int ATTEMPTS = 5;
    private static final long CHECKED_AFTER_IDLE = TimeUnit.SECONDS.toNanos(5);

    private final Opener opener;
    private final Failures failures;
    private final @Nullable ReentrantLock writing;
    private final Semaphore slots = new Semaphore(LIMIT);
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("weir-metadata-", 1).factory());

    Sessions(Sharing sharing, Opener opener, Failures failures) {
        this.opener = opener;
        this.failures = failures;
        this.writing = sharing == Sharing.ONE_PROCESS ? new ReentrantLock() : null;
    }

    /// Opens a connection.
    interface Opener {
        Session open() throws SQLException;
    }

    /// What is done with a session.
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /// Reads with single statements, each of which sees one moment.
    <T> T read(Work<T> work) {
        return onOwnThread(() -> with(work));
    }

    /// Does the work in one transaction and commits it. Work that the database asks to be repeated is repeated; any other
    /// exception leaves open whether the commit happened.
    <T> T transaction(Durability durability, Work<T> work) {
        return onOwnThread(() -> {
            lock();
            try {
                return repeated(durability, work);
            } finally {
                unlock();
            }
        });
    }

    /// Reads with as many statements as it takes, all of which see the moment of the first one. Writers need not wait.
    <T> T snapshot(Work<T> work) {
        return onOwnThread(() -> with(session -> {
            session.beginSnapshot();
            try {
                return work.with(session);
            } finally {
                session.rollback();
                session.endSnapshot();
            }
        }));
    }

    private <T> T repeated(Durability durability, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return with(session -> committed(session, durability, work));
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !Failures.asksForRepetition(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static <T> T committed(Session session, Durability durability, Work<T> work) throws SQLException {
        session.begin();
        try {
            T result = work.with(session);
            session.commit(durability);
            session.end();
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(session, failure);
            throw failure;
        }
    }

    private static void rollBack(Session session, Exception failure) {
        try {
            session.rollback();
            session.end();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private <T> T with(Work<T> work) throws SQLException {
        Session session = take();
        boolean usable = false;
        try {
            T result = work.with(session);
            usable = true;
            return result;
        } catch (RuntimeException refused) {
            usable = true;
            throw refused;
        } catch (SQLException failure) {
            usable = !Failures.endsConnection(failure);
            throw failure;
        } finally {
            giveBack(session, usable);
        }
    }

    private Session take() throws SQLException {
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            if (session.idleNanos() < CHECKED_AFTER_IDLE || session.isAlive()) {
                return session;
            }
            discard(session);
        }
        return opener.open();
    }

    private void giveBack(Session session, boolean usable) {
        if (usable) {
            idle.addFirst(session);
        } else {
            discard(session);
            // What ended this connection has probably ended the others.
            discardIdle();
        }
    }

    /// Closes the connections that nobody uses. H2 closes its database with the last of them.
    void discardIdle() {
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            discard(session);
        }
    }

    private static void discard(Session session) {
        try {
            session.close();
        } catch (SQLException closedAlready) {
            // Nothing was open in it: a transaction that was not committed is rolled back by the database.
        }
    }

    private <T> T onOwnThread(Callable<T> task) {
        slots.acquireUninterruptibly();
        try {
            return await(threads.submit(task));
        } finally {
            slots.release();
        }
    }

    private <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw failures.translate(failure.getCause() == null ? failure : failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lock() {
        if (writing != null) {
            writing.lock();
        }
    }

    private void unlock() {
        if (writing != null) {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        slots.acquireUninterruptibly(LIMIT);
        discardIdle();
        threads.shutdown();
    }
}
