package dev.weir.materializer.project.provided;

import dev.weir.assets.ProvidedAsset.Compute;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls what a provider declares: what it has added by numbers from [#FIRST] on, all else as its generated module does.
/// Threads may share it once the provider has been asked.
final class ProvidedModule implements AssetModule {

    static final int FIRST = 1 << 24;

    private final AssetModule generated;
    private final Rows rows = new Rows(FIRST);
    private final List<Call> calls = new ArrayList<>();

    ProvidedModule(AssetModule generated) {
        this.generated = generated;
    }

    /// The code of one asset, and what it gets.
    private record Call(ReadNames reads, Compute<?> compute) {}

    Rows rows() {
        return rows;
    }

    /// The number with which the code is called.
    int add(ReadNames reads, Compute<?> compute) {
        calls.add(new Call(reads, compute));
        return FIRST + calls.size() - 1;
    }

    @Override
    public Object construct(int factory, @Nullable Object[] arguments) throws Throwable {
        return generated.construct(factory, arguments);
    }

    @Override
    public @Nullable Object call(int method, @Nullable Object instance, @Nullable Object[] arguments)
            throws Throwable {
        if (method < FIRST) {
            return generated.call(method, instance, arguments);
        }
        Call call = calls.get(method - FIRST);
        Thread.currentThread().setContextClassLoader(generated.getClass().getClassLoader());
        return call.compute.from(new StepValues(call.reads, arguments));
    }

    @Override
    public RowCodec<?> codec(int row) {
        return row < FIRST ? generated.codec(row) : rows.codec(row);
    }
}
