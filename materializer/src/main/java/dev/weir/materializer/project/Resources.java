package dev.weir.materializer.project;

import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.materializer.mask.Mask;
import dev.weir.materializer.step.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The objects of one run: instances of declaring classes and what their constructors ask for, each made once, when it is
/// first needed. Closing closes those that can be closed, the last made first.
///
/// Threads may share it. Each type has its own lock, held while one is made; as no type asks for itself, directly or
/// through others, the locks are always taken in one order. What cannot be made is tried again when it is next asked for.
public final class Resources implements UserCode, AutoCloseable {

    private final Catalog catalog;
    private final Modules modules;
    private final Configuration configuration;
    private final Secrets secrets;
    private final ClassLoader loader;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final List<Slot> made = new ArrayList<>();
    private boolean isClosed;

    Resources(Catalog catalog, Modules modules, Configuration configuration, Secrets secrets, ClassLoader loader) {
        this(catalog, modules, configuration, secrets, loader, Map.of());
    }

    /// @param given objects that are there already and outlive the run, by the binary names of their classes
    Resources(
            Catalog catalog,
            Modules modules,
            Configuration configuration,
            Secrets secrets,
            ClassLoader loader,
            Map<String, Object> given) {
        given.forEach((javaName, value) -> {
            Slot slot = new Slot(javaName);
            slot.value = value;
            slots.put(javaName, slot);
        });
        this.catalog = catalog;
        this.modules = modules;
        this.configuration = configuration;
        this.secrets = secrets;
        this.loader = loader;
    }

    @Override
    public AssetModule module(String declaringClass) {
        return modules.of(declaringClass);
    }

    /// @throws WeirException `UNKNOWN_RESOURCE` if a secret is missing
    /// @throws ResourceException if a constructor or `@Provides` method fails
    @Override
    public @Nullable Object instance(String declaringClass) {
        boolean isThere = slots.containsKey(declaringClass) || catalog.find(declaringClass).isPresent();
        return isThere ? get(declaringClass) : null;
    }

    @Override
    public Object configuration(String declaringClass, ConfigSpec config) {
        return make(
                config.javaName(),
                modules.of(declaringClass),
                config.factory(),
                configuration.valuesOf(config).toArray());
    }

    @Override
    public List<Object> valuesOf(ConfigSpec config) {
        return configuration.valuesOf(config);
    }

    @Override
    public Mask mask() {
        return secrets.mask();
    }

    /// The binary name of the type that an object was made as; empty if it was not made here.
    String nameOf(Object made) {
        for (Slot slot : slots.values()) {
            if (slot.value == made) {
                return slot.javaName;
            }
        }
        return "";
    }

    private Object get(String javaName) {
        Slot slot = slots.computeIfAbsent(javaName, Slot::new);
        slot.lock.lock();
        try {
            Object value = slot.value;
            return value == null ? fill(slot) : value;
        } finally {
            slot.lock.unlock();
        }
    }

    private Object fill(Slot slot) {
        Optional<DeclaredResource> declared = catalog.find(slot.javaName);
        if (declared.isEmpty()) {
            throw new IllegalArgumentException("Nothing makes " + slot.javaName);
        }
        DeclaredResource resource = declared.get();
        @Nullable Object[] arguments = new @Nullable Object[resource.spec().arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(resource, resource.spec().arguments().get(i));
        }
        Object value =
                make(slot.javaName, modules.of(resource.declaringClass()), resource.spec().factory(), arguments);
        slot.value = value;
        remember(slot, value);
        return value;
    }

    private Object argument(DeclaredResource resource, Argument argument) {
        return switch (argument) {
            case Argument.OfResource(String javaName) -> get(javaName);
            case Argument.OfConfig(ConfigSpec config) -> configuration(resource.declaringClass(), config);
            case Argument.OfSecret(String name) -> secrets.fetch(name);
        };
    }

    private Object make(String javaName, AssetModule module, int factory, @Nullable Object[] arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object value = module.construct(factory, arguments);
            if (value == null) {
                throw new NullPointerException("the @Provides method returned null");
            }
            return value;
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            throw new ResourceException(
                    "%s could not be made: %s".formatted(javaName, mask().text(thrown.toString())), mask().failure(thrown));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void remember(Slot slot, Object value) {
        synchronized (made) {
            if (!isClosed) {
                made.add(slot);
                return;
            }
        }
        close(slot.javaName, value).ifPresent(failed -> {
            throw failed;
        });
        throw new IllegalStateException("The run is over: %s is no longer made".formatted(slot.javaName));
    }

    /// @throws ResourceException if something could not be closed; all the rest is closed nevertheless
    @Override
    public void close() {
        List<Slot> closing;
        synchronized (made) {
            isClosed = true;
            closing = new ArrayList<>(made);
            made.clear();
        }
        ResourceException failure = null;
        for (Slot slot : closing.reversed()) {
            Object value = slot.value;
            Optional<ResourceException> failed = value == null ? Optional.empty() : close(slot.javaName, value);
            if (failed.isPresent() && failure != null) {
                failure.addSuppressed(failed.get());
            } else if (failed.isPresent()) {
                failure = failed.get();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Optional<ResourceException> close(String javaName, Object value) {
        if (value instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Throwable thrown) {
                return Optional.of(
                        new ResourceException("%s could not be closed: %s".formatted(javaName, mask().text(thrown.toString())), mask().failure(thrown)));
            }
        }
        return Optional.empty();
    }

    /// The place of one object.
    private static final class Slot {
        private final String javaName;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Object value;

        Slot(String javaName) {
            this.javaName = javaName;
        }
    }
}
