package dev.weir.metadata;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The connections to one database, and the threads that use them.
///
/// Invariants. Every statement runs on a thread of this class's own, which nobody interrupts: an interrupt inside H2's
/// file channel closes the database under everybody, and one of a virtual thread inside a socket closes the connection.
/// A session is used by one of these threads at a time, and after a failure by none. On H2 one transaction writes at a
/// time, so that none waits for another's row locks until it times out.
///
/// A database that several processes share may be away for a while, as it is when it restarts. Once it has answered, or has said that it
/// is starting up, what did certainly not happen is done again until it is back, for as long as [Outage] says. Whether a commit happened whose answer
/// was lost nobody knows: only who says what to do then is asked to.
final class Sessions implements AutoCloseable {

    private static final int LIMIT = 8;
    private static final int ATTEMPTS = 5;
    private static final long CHECKED_AFTER_IDLE = TimeUnit.SECONDS.toNanos(5);

    private final Opener opener;
    private final Failures failures;
    private final @Nullable ReentrantLock writing;
    private final Outage outage;
    private final Semaphore slots = new Semaphore(LIMIT);
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("weir-metadata-", 1).factory());

    Sessions(Sharing sharing, Opener opener, Failures failures) {
        this.opener = opener;
        this.failures = failures;
        this.writing = sharing == Sharing.ONE_PROCESS ? new ReentrantLock() : null;
        this.outage = new Outage(sharing);
    }

    /// Opens a connection.
    interface Opener {
        Session open() throws SQLException;
    }

    /// What is done with a session.
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /// Reads with single statements, each of which sees one moment. What the database asks to be repeated is repeated.
    <T> T read(Work<T> work) {
        return onOwnThread(() -> repeated(work, Optional.of(work)));
    }

    /// Does the work in one transaction and commits it. Work that the database asks to be repeated is repeated, and so is what
    /// a lost connection cut short before its commit; any other exception leaves open whether the commit happened.
    <T> T transaction(Durability durability, Work<T> work) {
        return transaction(durability, work, Optional.empty());
    }

    /// The same for who can tell whether it was done: where nobody knows whether the commit happened, this is done next, in a
    /// transaction too.
    <T> T transaction(Durability durability, Work<T> work, Work<T> again) {
        return transaction(durability, work, Optional.of(again));
    }

    private <T> T transaction(Durability durability, Work<T> work, Optional<Work<T>> again) {
        return onOwnThread(() -> {
            lock();
            try {
                return repeated(
                        session -> committed(session, durability, work),
                        again.map(next -> session -> committed(session, durability, next)));
            } finally {
                unlock();
            }
        });
    }

    /// The same for what comes to the same when it is done twice.
    <T> T again(Durability durability, Work<T> work) {
        return transaction(durability, work, work);
    }

    /// Reads with as many statements as it takes, all of which see the moment of the first one. Writers need not wait. What a
    /// lost connection cut short is read again from the first one.
    <T> T snapshot(Work<T> work) {
        return onOwnThread(() -> repeated(session -> ofOneMoment(session, work), Optional.empty()));
    }

    private static <T> T ofOneMoment(Session session, Work<T> work) throws SQLException {
        session.beginSnapshot();
        try {
            return work.with(session);
        } finally {
            session.rollback();
            session.endSnapshot();
        }
    }

    /// @param again what to do when it is not known whether the work was done; empty to tell the caller
    private <T> T repeated(Work<T> work, Optional<Work<T>> again) throws SQLException {
        Work<T> next = work;
        for (int attempt = 1; ; attempt++) {
            try {
                T result = with(next);
                outage.isOver();
                return result;
            } catch (SQLException failure) {
                boolean unknown = failure instanceof UnknownCommit;
                boolean repeat = Failures.asksForRepetition(failure)
                        ? attempt < ATTEMPTS
                        : Failures.endsConnection(failure) && (!unknown || again.isPresent())
                                && outage.isWaitedFor(Failures.saysThatItComes(failure));
                if (!repeat) {
                    throw failure;
                }
                next = unknown ? again.orElse(work) : next;
            }
        }
    }

    /// The connection was lost while a commit was under way.
    private static final class UnknownCommit extends SQLException {
        private static final long serialVersionUID = 1;

        UnknownCommit(SQLException failure) {
            super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
        }
    }

    private static <T> T committed(Session session, Durability durability, Work<T> work) throws SQLException {
        session.begin();
        try {
            T result = work.with(session);
            commit(session, durability);
            session.end();
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(session, failure);
            throw failure;
        }
    }

    private static void commit(Session session, Durability durability) throws SQLException {
        try {
            session.commit(durability);
        } catch (SQLException failure) {
            throw Failures.endsConnection(failure) ? new UnknownCommit(failure) : failure;
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

    /// Does something while nobody has a connection and nobody gets one, and nothing of the database is open.
    ///
    /// @param allowed asked when everybody else waits; nothing is done unless it says so
    <T> Optional<T> withoutAny(Work<Boolean> allowed, Supplier<Optional<T>> work) {
        slots.acquireUninterruptibly(LIMIT);
        try {
            if (!await(threads.submit(() -> with(allowed)))) {
                return Optional.empty();
            }
            discardIdle();
            return work.get();
        } finally {
            slots.release(LIMIT);
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
