package dev.weir.materializer.step;

import dev.weir.assets.Log;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.materializer.mask.Mask;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.Observer;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private final Settings settings;

    /// @param code asked for when the first asset is looked at
    /// @param settings how many may be looked at at once
    public ExternalLook(Definitions definitions, Supplier<UserCode> code, Settings settings) {
        this.definitions = definitions;
        this.code = code;
        this.settings = settings;
    }

    @Override
    public Map<AssetPartition, Reason> changes(List<Version> current) {
        UserCode user = code.get();
        Names names = new Names(definitions.graph());
        SideBySide<Reason> looks = new SideBySide<>(settings);
        for (Version version : current) {
            AssetPartition target = version.target();
            Execution execution = definitions.graph().asset(target.asset()).execution();
            looks.add(target, execution, () -> change(user, version, names), failure -> unseen(user.mask(), failure));
        }
        return looks.await();
    }

    private Optional<Reason> change(UserCode user, Version current, Names names) throws Exception {
        return isWhatWasSeen(user, current.target(), current)
                ? Optional.empty()
                : Optional.of(new Reason.ChangedOutside(names.of(current)));
    }

    private static Reason unseen(Mask mask, Throwable failure) {
        return new Reason.Unseen(mask.text(Objects.requireNonNullElse(failure.getMessage(), failure.toString())));
    }

    private boolean isWhatWasSeen(UserCode user, AssetPartition target, Version current) throws Exception {
        AssetSpec asset = definitions.graph().asset(target.asset());
        Object value = call(user, asset, target.ordinal());
        if (asset.output().form() == Form.PATH) {
            return ExternalFiles.at((Path) value).isWhatWasSeen(current);
        }
        AssetModule module = user.module(asset.computation().declaringClass());
        return JsonValue.digest(SmallValues.write(value, asset.output(), module))
                .equals(current.digests().data());
    }

    private Object call(UserCode user, AssetSpec asset, int ordinal) throws Exception {
        Computation computation = asset.computation();
        Arguments arguments = new Arguments(
                user,
                computation.declaringClass(),
                asset.partitions(),
                ordinal,
                (input, _) -> {
                    throw new IllegalStateException("An external asset reads nothing, such as " + input.reference());
                },
                () -> {
                    throw new IllegalStateException("An external asset has no staging folder");
                },
                () -> SILENT,
                () -> {
                    throw new IllegalStateException("An external asset is made by itself");
                });
        return Objects.requireNonNull(
                Calls.call(
                        user.module(computation.declaringClass()),
                        computation.number(),
                        user.instance(computation.declaringClass()),
                        arguments.of(computation.parameters())),
                "the method returned null");
    }
}
