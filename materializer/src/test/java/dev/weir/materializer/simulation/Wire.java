package dev.weir.materializer.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// The connection between a process and a store: requests and replies take time, and get lost.
final class Wire {

    /// Told what a store was asked and what it answered, at that moment; whether the answer arrives is another matter.
    interface Witness {
        void saw(String method, @Nullable Object[] arguments, @Nullable Object answer);
    }

    private final SimulatedProcess process;
    private final Faults faults;
    private final Witness witness;
    private final Runnable afterEach;

    /// @param afterEach what is looked at after every answer
    Wire(SimulatedProcess process, Faults faults, Witness witness, Runnable afterEach) {
        this.process = process;
        this.faults = faults;
        this.witness = witness;
        this.afterEach = afterEach;
    }

    <T> T to(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> ask(store, method, arguments)));
    }

    private @Nullable Object ask(Object store, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class || name.equals("sequence")) {
            // Asked for under a monitor, so that nobody else must come between.
            return invoke(store, method, arguments);
        }
        faults.beforeRequest(process, name);
        Object answer = invoke(store, method, arguments);
        witness.saw(name, arguments == null ? new Object[0] : arguments, answer);
        afterEach.run();
        faults.beforeReply(process, name);
        return answer;
    }

    private static @Nullable Object invoke(Object store, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
