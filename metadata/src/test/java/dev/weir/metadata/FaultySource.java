package dev.weir.metadata;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections to PostgreSQL of which one call goes wrong, the n-th of all.
final class FaultySource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1;
    private static final String LOST = "08006";
    private static final Set<String> CALLS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

    private final transient Fault fault;
    private final int at;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean armed;

    /// What goes wrong.
    enum Fault {
        /// The connection breaks before the database has heard of it.
        REQUEST_LOST(LOST),
        /// It breaks when the database has done it.
        REPLY_LOST(LOST),
        SERIALIZATION_FAILURE("40001"),
        DEADLOCK("40P01"),
        LOCK_NOT_AVAILABLE("55P03");

        private final String state;

        Fault(String state) {
            this.state = state;
        }
    }

    /// @param at from 1
    FaultySource(String url, Fault fault, int at) {
        this.fault = fault;
        this.at = at;
        setURL(url);
    }

    /// From now on calls are counted.
    void arm() {
        armed = true;
    }

    /// Whether there were calls enough.
    boolean hasHappened() {
        return calls.get() >= at;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object answer = called(real, real, method, arguments);
            return answer instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, (each, values) -> called(real, statement, each, values))
                    : answer;
        });
    }

    private interface Call {
        @Nullable Object of(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call.of(method, arguments)));
    }

    private @Nullable Object called(
            Connection real, Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        boolean now = armed && CALLS.contains(method.getName()) && calls.incrementAndGet() == at;
        if (now && fault != Fault.REPLY_LOST) {
            throw failure(real);
        }
        Object answer = invoke(target, method, arguments);
        if (now) {
            throw failure(real);
        }
        return answer;
    }

    private SQLException failure(Connection real) throws SQLException {
        if (fault.state.equals(LOST)) {
            real.close();
        }
        return new SQLException("The wire was cut at call %d: %s".formatted(at, fault), fault.state);
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
