package dev.weir.testing;

import dev.weir.assets.Staging;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.materializer.project.Project;
import dev.weir.materializer.step.UserCode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands for code whose only method gives what a test gave.
record GivenCode(Project project, GivenValue value, boolean isTyped) implements UserCode {

    @Override
    public AssetModule module(String declaringClass) {
        return new Module(project.module(declaringClass), value, isTyped);
    }

    @Override
    public @Nullable Object instance(String declaringClass) {
        return null;
    }

    @Override
    public Object configuration(String declaringClass, ConfigSpec config) {
        throw new IllegalStateException("What is given takes no configuration");
    }

    @Override
    public List<Object> valuesOf(ConfigSpec config) {
        throw new IllegalStateException("What is given takes no configuration");
    }

    private record Module(AssetModule declared, GivenValue value, boolean isTyped) implements AssetModule {

        @Override
        public Object construct(int factory, @Nullable Object[] arguments) {
            throw new IllegalStateException("What is given is not made");
        }

        @Override
        public Object call(int method, @Nullable Object instance, @Nullable Object[] arguments) throws IOException {
            if (arguments[0] instanceof Staging staging) {
                return value.in(staging, isTyped);
            }
            throw new IllegalStateException("No staging folder was given");
        }

        @Override
        public RowCodec<?> codec(int row) {
            return declared.codec(row);
        }
    }
}
