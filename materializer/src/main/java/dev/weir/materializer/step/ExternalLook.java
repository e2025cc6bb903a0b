package dev.weir.materializer.step;

import dev.weir.assets.Log;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Form;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.Observer;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at external assets by calling their methods, and compares what they say with what a version saw. Records nothing.
/// What the methods log while Weir plans is not kept.
public final class ExternalLook implements Observer {

    private static final Log SILENT = new Log() {
        @Override
        public void info(String message, Object... arguments) {}

        @Override
        public void warn(String message, Object... arguments) {}
    };

    private final Definitions definitions;
    private final Supplier<UserCode> code;

    /// @param code asked for when the first asset is looked at
    public ExternalLook(Definitions definitions, Supplier<UserCode> code) {
        this.definitions = definitions;
        this.code = code;
    }

    // The thread is the caller's, and gets its class loader back.
    @Override
    public Optional<Reason> change(AssetPartition target, Version current) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            return isWhatWasSeen(target, current)
                    ? Optional.empty()
                    : Optional.of(new Reason.ChangedOutside(new Names(definitions.graph()).of(current)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(new Reason.Unseen("it was interrupted"));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            return Optional.of(new Reason.Unseen(Objects.requireNonNullElse(failure.getMessage(), failure.toString())));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private boolean isWhatWasSeen(AssetPartition target, Version current) throws Exception {
        AssetSpec asset = definitions.graph().asset(target.asset());
        Object value = call(asset, target.ordinal());
        if (asset.output().form() == Form.PATH) {
            return ExternalFiles.at((Path) value).isWhatWasSeen(current);
        }
        AssetModule module = code.get().module(asset.computation().declaringClass());
        return JsonValue.digest(SmallValues.write(value, asset.output(), module))
                .equals(current.digests().data());
    }

    private Object call(AssetSpec asset, int ordinal) throws Exception {
        Computation computation = asset.computation();
        Arguments arguments = new Arguments(
                code.get(),
                computation.declaringClass(),
                asset.partitions(),
                ordinal,
                (input, _) -> {
                    throw new IllegalStateException("An external asset reads nothing, such as " + input.reference());
                },
                () -> {
                    throw new IllegalStateException("An external asset has no staging folder");
                },
                () -> SILENT);
        return Objects.requireNonNull(
                Calls.call(
                        code.get().module(computation.declaringClass()),
                        computation.number(),
                        code.get().instance(computation.declaringClass()),
                        arguments.of(computation.parameters())),
                "the method returned null");
    }
}
