package dev.weir.cli.kill;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Tells how often nobody knew what had become of a commit, and how often that was found out.
final class Outcomes {

    /// The first word of what a process says of it.
    static final String UNKNOWN = "unknown";

    static final String FOUND_OUT = "found-out";

    private Outcomes() {}

    /// Told of each.
    interface Listener {
        Listener NOBODY = _ -> {};

        void heard(String word);
    }

    static CommitStore toldOf(CommitStore store, Listener listener) {
        Set<UUID> unknown = ConcurrentHashMap.newKeySet();
        return (CommitStore) Proxy.newProxyInstance(
                CommitStore.class.getClassLoader(), new Class<?>[] {CommitStore.class}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (method.getName().equals("commit") && unknown.remove(((CommitGroup) arguments[0]).id())) {
                            listener.heard(FOUND_OUT);
                        }
                        return answer;
                    } catch (InvocationTargetException failure) {
                        if (method.getName().equals("commit") && unknown.add(((CommitGroup) arguments[0]).id())) {
                            listener.heard(UNKNOWN);
                        }
                        throw failure.getCause();
                    }
                });
    }
}
